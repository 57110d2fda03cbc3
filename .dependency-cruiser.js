const inside = (floor) => `^src/shared/${floor}/`
const floors = '(model|document|cost|simulation|rules|overlays|advise|report|import|export|drawing|layout|patterns)'

/** A floor of src/shared and the floors it may look down to. */
const mayUse = {
  net: '',
  facts: 'net',
  model: 'net|facts',
  document: 'net|facts|model',
  cost: 'net|facts|model|document',
  simulation: 'net|facts|model|document',
  overlays: 'net|facts|model|document|cost|simulation|drawing',
  rules: 'net|facts|model|document|simulation',
  advise: 'net|facts|model|document|simulation|rules|patterns',
  report: 'net|facts|model|document|simulation|rules',
  import: 'net|facts|model|document|layout',
  export: 'net|facts|model|document',
  drawing: 'net|facts|model|document',
  layout: 'net|facts|model|document|drawing',
  patterns: 'net|facts|model|document|layout',
}

const downwards = Object.entries(mayUse).map(([floor, below]) => ({
  name: `${floor}-looks-down-only`,
  comment: `src/shared/${floor} may import ${below === '' ? 'nothing beside itself' : below.replaceAll('|', ', ')}: pass the rest in as plain data.`,
  severity: 'error',
  from: { path: inside(floor) },
  to: { path: '^src/shared/', pathNot: [inside(floor), ...(below === '' ? [] : [`^src/shared/(${below})/`]), '^src/shared/[^/]+[.]ts$'] },
}))

/** The rules themselves, in the folder of their family. */
const ruleFamilies = '^src/shared/rules/(?!fixing/|readings/|remedies/)[a-z0-9-]+/(?!index[.]ts$)[a-z0-9-]+[.]ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', comment: 'Two files that need each other are one file, or hide a third.', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'renderer-not-main', comment: 'Call main through src/shared/api.ts.', severity: 'error', from: { path: '^src/renderer/' }, to: { path: '^src/main/' } },
    { name: 'main-not-renderer', comment: 'Move the shared part into src/shared.', severity: 'error', from: { path: '^src/main/' }, to: { path: '^src/renderer/' } },
    { name: 'shared-alone', comment: 'src/shared stands on nothing of ours.', severity: 'error', from: { path: '^src/shared/' }, to: { path: '^src/(main|renderer)/' } },
    { name: 'services-not-hosts', comment: 'Services never know hosts: take what you need as an argument.', severity: 'error', from: { path: '^src/main/(library|aws|pictures)/' }, to: { path: '^src/main/(electron|serve|cli|preload)[.]ts$|^src/main/desktop/|^src/main/loopback/' } },
    { name: 'rule-not-rule', comment: 'Each mistake is reported by one rule; what two rules share moves to a folder beside them, to net or to model.', severity: 'error', from: { path: ruleFamilies }, to: { path: '^src/shared/rules/(?!fixing/|readings/|remedies/)[a-z0-9-]+/[a-z0-9-]+[.]ts$' } },
    { name: 'exporter-not-exporter', comment: 'What two exporters share belongs to document or model.', severity: 'error', from: { path: '^src/shared/export/([^/]+)/' }, to: { path: '^src/shared/export/([^/]+)/', pathNot: '^src/shared/export/$1/' } },
    { name: 'src-not-test', comment: 'The product never imports its tests.', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|scripts)/' } },
    ...downwards,
    { name: 'floors-not-api', comment: 'api.ts stands on the floors, not under them.', severity: 'error', from: { path: `^src/shared/${floors}/` }, to: { path: '^src/shared/api[.]ts$' } },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte'] } },
}
