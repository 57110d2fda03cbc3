import type { Graph, GraphBox } from '../graph.ts'
import { graphAt, stageElement } from './graph-of.ts'

// The limit: as little as draws the same boxes, lines, icons and labels, and pans, zooms and drags them. What is out of view is skipped by
// looking at every box, which costs far less than painting; small things lose their details as they do in the product.
const stage = stageElement()
const canvas = stage.querySelector('canvas') as HTMLCanvasElement
const context = canvas.getContext('2d') as CanvasRenderingContext2D
const [width, height] = [stage.clientWidth, stage.clientHeight]
canvas.width = width * devicePixelRatio
canvas.height = height * devicePixelRatio
canvas.style.cssText = `width:${width}px;height:${height}px`

type Box = { -readonly [Key in keyof GraphBox]: GraphBox[Key] }
let boxes: Box[] = []
let lines: (readonly [Box, Box])[] = []
const pictures = new Map<string, ImageBitmap>()
let view = { x: 0, y: 0, zoom: 1 }
let selected = new Set<string>()
let asked = 0
let isThere = false

function paint(): void {
  asked = 0
  const { x, y, zoom } = view
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  const scale = zoom * devicePixelRatio
  context.setTransform(scale, 0, 0, scale, x * devicePixelRatio, y * devicePixelRatio)
  const [left, top, right, bottom] = [-x / zoom, -y / zoom, (width - x) / zoom, (height - y) / zoom]
  const inView = boxes.filter((box) => box.x < right && left < box.x + box.width && box.y < bottom && top < box.y + box.height)
  context.lineWidth = Math.max(1.5, 0.7 / zoom)
  context.strokeStyle = '#8c4fff'
  context.beginPath()
  for (const box of inView) if (box.isFrame) context.rect(box.x, box.y, box.width, box.height)
  context.stroke()
  context.strokeStyle = '#7d8998'
  context.beginPath()
  for (const [from, to] of lines) {
    context.moveTo(from.x + from.width / 2, from.y + 24)
    context.lineTo(to.x + to.width / 2, to.y + 24)
  }
  context.stroke()
  context.fillStyle = '#ed7100'
  for (const box of inView) {
    const size = box.isFrame ? 24 : 48
    const picture = box.icon === undefined ? undefined : pictures.get(box.icon)
    if (!picture) continue
    const at = box.isFrame ? box.x : box.x + (box.width - size) / 2
    if (zoom < 0.12) context.fillRect(at, box.y, size, size)
    else context.drawImage(picture, at, box.y, size, size)
  }
  if (zoom >= 0.35) {
    context.font = '12px "Noto Sans", sans-serif'
    context.fillStyle = '#16191f'
    for (const box of inView) {
      context.textAlign = box.isFrame ? 'left' : 'center'
      if (box.isFrame) context.fillText(box.label, box.x + 32, box.y + 16)
      else context.fillText(box.label, box.x + box.width / 2, box.y + 64)
    }
  }
  if (selected.size === 0) return
  context.strokeStyle = '#0972d3'
  context.lineWidth = 2 / zoom
  context.beginPath()
  for (const box of inView) if (selected.has(box.id)) context.rect(box.x, box.y, box.width, box.height)
  context.stroke()
}

function ask(): void {
  if (asked === 0) asked = requestAnimationFrame(paint)
}

const inside = (event: MouseEvent) => ({ x: event.clientX - stage.offsetLeft, y: event.clientY - stage.offsetTop })

stage.addEventListener('wheel', (event) => {
  event.preventDefault()
  if (event.ctrlKey) {
    const at = inside(event)
    const zoom = Math.max(0.02, Math.min(4, view.zoom * 2 ** (-event.deltaY * 0.002)))
    view = { x: at.x - ((at.x - view.x) * zoom) / view.zoom, y: at.y - ((at.y - view.y) * zoom) / view.zoom, zoom }
  } else view = { ...view, x: view.x - event.deltaX, y: view.y - event.deltaY }
  ask()
}, { passive: false })

stage.addEventListener('pointerdown', (event) => {
  const at = inside(event)
  const [x, y] = [(at.x - view.x) / view.zoom, (at.y - view.y) / view.zoom]
  const pressed = boxes.findLast((box) => !box.isFrame && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
  if (!pressed) return
  const moved = boxes.filter(({ id }) => id === pressed.id || (selected.has(pressed.id) && selected.has(id)))
  let last = at
  const move = (next: PointerEvent): void => {
    const now = inside(next)
    for (const box of moved) {
      box.x += (now.x - last.x) / view.zoom
      box.y += (now.y - last.y) / view.zoom
    }
    last = now
    ask()
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', () => window.removeEventListener('pointermove', move), { once: true })
})

async function read(graph: Graph): Promise<void> {
  boxes = graph.boxes.map((box) => ({ ...box }))
  const byId = new Map(boxes.map((box) => [box.id, box]))
  lines = graph.lines.flatMap(({ from, to }) => {
    const [a, b] = [byId.get(from), byId.get(to)]
    return a && b ? [[a, b] as const] : []
  })
  for (const [name, address] of Object.entries(graph.icons)) {
    const image = new Image(96, 96)
    image.src = address
    await image.decode()
    pictures.set(name, await createImageBitmap(image, { resizeWidth: 96, resizeHeight: 96 }))
  }
}

window.peer = {
  show: async (address) => {
    await read(await graphAt(address))
    ask()
    isThere = true
  },
  isThere: () => isThere,
  select: (ids) => {
    selected = new Set(ids)
    ask()
  },
  viewport: () => view,
}
