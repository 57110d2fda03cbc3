import { type Icon, iconOf } from '../../../shared/drawing/index.ts'

const SIZES = [16, 24, 32, 48, 64, 96, 128, 192, 256]

/** Icons as pictures in the sizes in use, made once each. */
export class IconCache {
  readonly #pictures = new Map<string, OffscreenCanvas>()

  /** The icon at about the wanted number of device pixels; undefined when that is larger than pictures are kept. */
  get(name: string, pixels: number): OffscreenCanvas | undefined {
    const size = SIZES.find((candidate) => candidate >= pixels)
    if (size === undefined) return undefined
    const key = `${size} ${name}`
    let picture = this.#pictures.get(key)
    if (!picture) {
      picture = new OffscreenCanvas(size, size)
      const context = picture.getContext('2d')
      if (context) drawIcon(context, iconOf(name), 0, 0, size)
      this.#pictures.set(key, picture)
    }
    return picture
  }
}

const paths = new Map<string, Path2D>()

function pathOf(d: string): Path2D {
  let path = paths.get(d)
  if (!path) {
    path = new Path2D(d)
    paths.set(d, path)
  }
  return path
}

/** Draws an icon from its outlines into a square. */
export function drawIcon(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, icon: Icon, x: number, y: number, size: number): void {
  const [, , width = 48, height = 48] = icon.viewBox.split(' ').map(Number)
  const scale = size / Math.max(width, height)
  context.save()
  context.translate(x + (size - width * scale) / 2, y + (size - height * scale) / 2)
  context.scale(scale, scale)
  for (const path of icon.paths) {
    context.fillStyle = path.fill
    context.fill(pathOf(path.d), path.rule)
  }
  context.restore()
}

/** The colour that stands for an icon when it is too small to be seen. */
export function colourOf(name: string): string {
  return iconOf(name).paths[0]?.fill ?? '#7d8998'
}
