import { mount } from 'svelte'
import Flow from './Flow.svelte'
import { stageElement } from './graph-of.ts'

const flow = mount(Flow, { target: stageElement() })

window.peer = {
  show: (address) => flow.show(address),
  isThere: () => document.querySelector('.svelte-flow__node') !== null,
  select: (ids) => flow.select(ids),
}
