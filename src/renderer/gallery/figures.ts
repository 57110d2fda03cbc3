/** Where AWS keeps the current edition of the paper whose figures the patterns name. */
export const PAPER_ADDRESS = 'https://docs.aws.amazon.com/whitepapers/latest/aws-vpc-connectivity-options/welcome.html'

/**
 * A figure in words: F of the paper of 2012, I of the notes of 2020.
 * @example figureName('F1') // 'Figure 1, 2012'
 */
export function figureName(figure: string): string {
  return `Figure ${figure.slice(1)}, ${figure.startsWith('F') ? '2012' : '2020'}`
}
