// Runs a script of this folder on Node 24 or newer; plain JavaScript, so that an old Node can say what is missing.
import { fileURLToPath, pathToFileURL } from 'node:url'

const needed = 24
if (Number(process.versions.node.split('.')[0]) < needed) {
  process.stderr.write(`causeway: Node ${process.versions.node} is too old; install Node ${needed} or newer and run this again.\n`)
  process.exit(2)
}
const [, , name, ...args] = process.argv
const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
process.argv = [process.execPath, script, ...args]
await import(pathToFileURL(script).href)
