const files = import.meta.glob<string>('../../../resources/samples/*.causeway.json', { query: '?raw', import: 'default' })

/** A design that comes with Causeway. */
export interface Sample {
  readonly fileName: string
  readonly title: string
  readonly read: () => Promise<string>
}

const titleOf = (fileName: string) => {
  const words = fileName.replace(/\.causeway\.json$/, '').replace(/-/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1).replace(/\b(vpn|vpc|aws|dx|tgw)\b/gi, (word) => word.toUpperCase())
}

/** The samples, in order of their file names. */
export const SAMPLES: readonly Sample[] = Object.entries(files).map(([path, read]) => {
  const fileName = path.slice(path.lastIndexOf('/') + 1)
  return { fileName, title: titleOf(fileName), read }
})
