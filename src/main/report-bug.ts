/** Writes our own fault to the terminal, once, with what is needed to report it. */
export function reportBug(where: string, cause: unknown): void {
  const what = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
  process.stderr.write(`causeway: a fault of Causeway itself in ${where}, please report it:\n${what}\n`)
}
