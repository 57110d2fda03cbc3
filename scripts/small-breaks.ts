import ts from 'typescript'

/** A text with one small thing changed: what was there, what is, and the whole. */
export interface SmallBreak {
  readonly from: string
  readonly to: string
  readonly text: string
}

const OPERATORS = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
])

/** Parts of a rule that are words or evidence, not its condition. */
const WORDS = new Set(['id', 'catalogue', 'alsoCovers', 'title', 'severity', 'profiles', 'appliesTo', 'why', 'remedy', 'sources', 'messages', 'evidence', 'slots', 'field', 'fixes', 'label', 'resources'])

const isWords = (node: ts.Node) => (ts.isPropertyAssignment(node) && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) && WORDS.has(node.name.text)) || ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isTemplateExpression(node)

/** What may stand in a node's place. */
function* replacements(node: ts.Node, textOf: (node: ts.Node) => string): Generator<string> {
  if (ts.isBinaryExpression(node)) {
    const [left, operator, right] = [textOf(node.left), node.operatorToken.kind, textOf(node.right)]
    const other = OPERATORS.get(operator)
    if (other !== undefined) yield `${left} ${other} ${right}`
    if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken) yield* [left, right]
  } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) yield textOf(node.operand)
  else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression: object, name } = node.expression
    const given = node.arguments.map(textOf).join(', ')
    if (name.text === 'some') yield `${textOf(object)}.every(${given})`
    if (name.text === 'every') yield `${textOf(object)}.some(${given})`
    if (name.text === 'filter') yield textOf(object)
  } else if (ts.isNumericLiteral(node)) yield String(Number(node.text) + 1)
  else if (ts.isIfStatement(node)) {
    const rest = textOf(node).slice(node.expression.getEnd() - node.getStart())
    yield* [`if (true${rest}`, `if (false${rest}`]
  } else if (ts.isConditionalExpression(node)) yield* [`(${textOf(node.whenTrue)})`, `(${textOf(node.whenFalse)})`]
  else if (ts.isYieldExpression(node) && ts.isExpressionStatement(node.parent)) yield 'void 0'
  else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'verdict') yield '...{}'
  else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'after') yield 'after: []'
}

/** Every small break of a rule's source. */
export function* smallBreaks(source: string): Generator<SmallBreak> {
  const file = ts.createSourceFile('rule.ts', source, ts.ScriptTarget.ES2024, true)
  const textOf = (node: ts.Node) => node.getText(file)
  const waiting: ts.Node[] = [file]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isWords(node)) continue
    for (const to of replacements(node, textOf)) yield { from: textOf(node), to, text: source.slice(0, node.getStart(file)) + to + source.slice(node.getEnd()) }
    ts.forEachChild(node, (child) => void waiting.push(child))
  }
}
