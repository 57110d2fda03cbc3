// better-sqlite3 crashes the process on an older Node: say so in words instead.
if (Number(process.versions.node.split('.')[0]) < 24) {
  throw new Error(`these tests need Node 24 or newer, this is ${process.versions.node}: start them through npm`)
}
