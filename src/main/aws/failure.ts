/** How a call to AWS failed, as far as it matters to what happens next. */
export type Failure = 'denied' | 'credentials' | 'unreachable' | 'cancelled' | 'other'

const DENIED = /^(UnauthorizedOperation|AccessDenied|AccessDeniedException|NotAuthorized|Client\.UnauthorizedOperation)$/
const CREDENTIALS = /^(CredentialsProviderError|AuthFailure|ExpiredToken|ExpiredTokenException|RequestExpired|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidSignatureException|MissingAuthenticationToken|IncompleteSignature|OptInRequired|TokenProviderError)$/
const UNREACHABLE = /^(TimeoutError|NetworkingError|ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|CERT_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*)$/

const wordsOf = (cause: unknown): string[] => {
  const { name, code, Code, message } = (typeof cause === 'object' && cause !== null ? cause : {}) as { name?: unknown; code?: unknown; Code?: unknown; message?: unknown }
  const mentioned = typeof message === 'string' ? (message.match(/\bE[A-Z]{4,}\b/g) ?? []) : []
  return [name, code, Code, ...mentioned].filter((word): word is string => typeof word === 'string')
}

/** Sorts an error of the SDK. */
export function failureOf(cause: unknown): Failure {
  const words = wordsOf(cause)
  if (words.includes('AbortError')) return 'cancelled'
  if (words.some((word) => DENIED.test(word))) return 'denied'
  if (words.some((word) => CREDENTIALS.test(word))) return 'credentials'
  return words.some((word) => UNREACHABLE.test(word)) ? 'unreachable' : 'other'
}

/** What may be said of an error: its name and AWS's own words, without anything that is secret. */
export function wordingOf(cause: unknown, secrets: readonly string[]): string {
  const { name, message } = (typeof cause === 'object' && cause !== null ? cause : {}) as { name?: unknown; message?: unknown }
  const said = typeof message === 'string' ? message.replace(/\s+/g, ' ').slice(0, 300) : ''
  const text = [typeof name === 'string' && name !== 'Error' ? name : '', said].filter((part) => part !== '').join(': ') || 'unknown error'
  return secrets.filter((secret) => secret.length > 3).reduce((clean, secret) => clean.replaceAll(secret, '…'), text)
}
