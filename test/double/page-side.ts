// Runs in the page, before the page's own scripts: a sandboxed preload with `require('electron')`. Its functions are
// sent to the browser as text, so each must stand alone.

/** Plain JSON cannot carry bytes or undefined: tags them. Both ends of the line between page and test use this pair. */
export const codec = `
const pack = (value) => JSON.stringify(value, function (key, raw) {
  const original = this[key]
  if (original instanceof Uint8Array) { let text = ''; for (const byte of original) text += String.fromCharCode(byte); return { $double: 'bytes', text: btoa(text) } }
  return original === undefined ? { $double: 'undefined' } : raw
})
const unpack = (text) => {
  const open = (value) => {
    if (typeof value !== 'object' || value === null) return value
    if (value.$double === 'bytes') return Uint8Array.from(atob(value.text), (letter) => letter.charCodeAt(0))
    if (value.$double === 'undefined') return undefined
    if (Array.isArray(value)) return value.map(open)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, open(inner)]))
  }
  return open(JSON.parse(text))
}`

/** The script that runs a preload in every page of a window, in its main frame alone. */
export function preloadScript(source: string): string {
  return `(() => {
  if (window.top !== window || location.protocol !== 'http:') return
  ${codec}
  const ask = window.doubleInvoke
  const listeners = new Map()
  const strict = (name, members) => new Proxy(members, { get: (target, member) => {
    if (member in target || typeof member === 'symbol') return target[member]
    throw new Error('electron double: ' + name + '.' + member + ' is not modelled')
  } })
  const ipcRenderer = strict('ipcRenderer', {
    invoke: async (channel, ...args) => {
      const answer = unpack(await ask(pack({ channel, args: structuredClone(args) })))
      if ('error' in answer) throw new Error(answer.error)
      return answer.value
    },
    on: (channel, listener) => { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]) },
    off: (channel, listener) => { listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener)) },
  })
  const expose = (value) => {
    if (typeof value === 'function') return (...args) => expose(value(...args.map((arg) => (typeof arg === 'function' ? arg : structuredClone(arg)))))
    if (value instanceof Promise) return value.then(expose)
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
    const entries = Object.entries(value).map(([key, inner]) => [key, expose(inner)])
    return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.freeze(Object.fromEntries(entries))
  }
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld: (key, value) => Object.defineProperty(window, key, { value: expose(value), enumerable: true, writable: false, configurable: false }),
  })
  const require = (name) => {
    if (name === 'electron') return strict('electron', { contextBridge, ipcRenderer })
    throw new Error('module not found: ' + name + ' (a sandboxed preload may require electron alone)')
  }
  Object.defineProperty(window, 'doubleDeliver', { value: (text) => {
    const { channel, args } = unpack(text)
    for (const listener of listeners.get(channel) ?? []) listener({}, ...args)
  } })
  const module = { exports: {} }
  ;(function (require, module, exports) { ${source}
  })(require, module, module.exports)
})()`
}
