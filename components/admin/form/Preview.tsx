'use client'
import { useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { speaker } from '../speaker'

const WIDTHS = { wide: 1080, phone: 390 } as const
const LEAST_HEIGHT = 320

/**
 * The text as its page will look, in a frame that runs no script and leads nowhere. The frame grows to the height of the
 * page, so that there is one scroll bar, not two.
 */
export const Preview = ({ src, title }: { src: string; title: string }) => {
  const { i18n } = useTranslation()
  const { say } = speaker(i18n.language)
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(LEAST_HEIGHT)
  const [width, setWidth] = useState<keyof typeof WIDTHS>('wide')
  const [page, setPage] = useState<HTMLElement | null>(null)
  const look = useCallback(() => {
    setPage(frame.current?.contentDocument?.body ?? null)
  }, [])
  // The frame may have loaded before this runs, and then its load event is gone.
  useEffect(look, [look])
  useEffect(() => {
    if (!page) return
    const resize = () => setHeight(Math.max(LEAST_HEIGHT, page.scrollHeight))
    const watch = new ResizeObserver(resize)
    watch.observe(page)
    resize()
    return () => watch.disconnect()
  }, [page])
  return (
    <div className="ba-preview">
      <div className="ba-preview__bar">
        <h2 className="ba-panel__title">{title}</h2>
        <fieldset className="ba-switch" aria-label={say('屏幕', 'Screen')}>
          <button type="button" aria-pressed={width === 'wide'} onClick={() => setWidth('wide')}>
            {say('电脑', 'Desktop')}
          </button>
          <button type="button" aria-pressed={width === 'phone'} onClick={() => setWidth('phone')}>
            {say('手机', 'Phone')}
          </button>
        </fieldset>
        <a className="ba-preview__open" href={src} target="_blank" rel="noreferrer">
          {say('在新窗口打开', 'Open in a window')}
        </a>
      </div>
      <iframe
        className="ba-preview__frame"
        ref={frame}
        src={src}
        sandbox="allow-same-origin"
        title={title}
        style={{ height, maxWidth: WIDTHS[width] }}
        onLoad={look}
      />
    </div>
  )
}
