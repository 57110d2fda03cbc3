const EXACT = 120
const START = 100
const WORD_START = 80
const INSIDE = 60
const SCATTERED = 40
const ELSEWHERE = 25

/** Whether the letters occur in this order, the first at the start of a word; answers how much lies between them. */
function gaps(letters: string, text: string): number | undefined {
  const starts = [...text.matchAll(/\b[\p{L}\p{N}]/gu)].map(({ index }) => index).filter((index) => text[index] === letters[0])
  let least: number | undefined
  for (const start of starts) {
    let at = start
    let isWhole = true
    for (const letter of letters.slice(1)) {
      at = text.indexOf(letter, at + 1)
      isWhole &&= at >= 0
      if (!isWhole) break
    }
    const between = at - start + 1 - letters.length
    if (isWhole && (least === undefined || between < least)) least = between
  }
  return least
}

function scoreOf(word: string, label: string, words: string): number | undefined {
  if (label === word) return EXACT
  const at = label.indexOf(word)
  if (at === 0) return START
  if (at > 0) return /[\p{L}\p{N}]/u.test(label[at - 1] ?? '') ? INSIDE : WORD_START
  const between = word.length < 2 ? undefined : gaps(word, label)
  const isElsewhere = words.includes(word)
  if (between !== undefined && between <= 2 * word.length + 4) return Math.max(SCATTERED - between, isElsewhere ? ELSEWHERE : 1)
  return isElsewhere ? ELSEWHERE : undefined
}

/**
 * How well a text fits what was typed: undefined when some typed word is not in it, else the larger the better. A word fits at the start,
 * at the start of a word, anywhere, as scattered letters ("zts" for "Zoom to the selection"), or in the words beside the label.
 */
export function fitness(typed: string, label: string, words = ''): number | undefined {
  const wanted = typed.trim().toLowerCase().split(/\s+/).filter((word) => word !== '')
  let total = 0
  for (const word of wanted) {
    const score = scoreOf(word, label.toLowerCase(), words.toLowerCase())
    if (score === undefined) return undefined
    total += score
  }
  return wanted.length === 0 ? 0 : total / wanted.length - label.length / 100
}
