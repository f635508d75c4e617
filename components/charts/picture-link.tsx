'use client'

import { useSyncExternalStore } from 'react'

const scale = 2
const never = () => () => {}

/** Saves the chart beside it as a picture; the browser draws it, so nothing is there without scripts. */
export function PictureLink({ name }: { name: string }) {
  const isListening = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!isListening) return null
  return (
    <button
      type="button"
      onClick={(event) => void savePicture(event.currentTarget, name)}
      className="cursor-pointer rounded-sm py-1 text-xs text-ink-quiet underline-offset-2 hover:text-ink hover:underline max-md:min-h-10 print:hidden"
    >
      PNG<span className="sr-only"> of {name}</span>
    </button>
  )
}

async function savePicture(button: HTMLElement, name: string) {
  const svg = button.parentElement?.parentElement?.querySelector<SVGSVGElement>('[data-chart] svg')
  if (!svg) return
  const { width, height } = svg.viewBox.baseVal
  const image = new Image(width * scale, height * scale)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standingAlone(svg, width, height))}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
  canvas.getContext('2d')?.drawImage(image, 0, 0, image.width, image.height)
  const link = Object.assign(document.createElement('a'), {
    href: canvas.toDataURL('image/png'),
    download: `${name}.png`,
  })
  link.click()
}

/** The picture with the page's colours, type and ground, none of which it has once it is on its own. */
function standingAlone(svg: SVGSVGElement, width: number, height: number): string {
  const page = getComputedStyle(document.documentElement)
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.setAttribute('width', String(width * scale))
  copy.setAttribute('height', String(height * scale))
  copy.setAttribute('font-family', 'Inter, Helvetica, Arial, sans-serif')
  const ground = document.createElementNS(svg.namespaceURI, 'rect')
  for (const [attribute, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', 'var(--surface)'],
  ] as const)
    ground.setAttribute(attribute, value)
  copy.prepend(ground)
  return new XMLSerializer()
    .serializeToString(copy)
    .replace(/var\((--[\w-]+)\)/g, (_, token: string) => page.getPropertyValue(token).trim())
}
