'use client'
import { useTranslation } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { speaker } from '../speaker'

const WIDTHS = { wide: 1080, phone: 390 } as const

/**
 * The text as its page will look, in a frame that runs no script and leads nowhere. The frame grows to the height of the
 * page, so that there is one scroll bar, not two.
 */
export const Preview = ({ src, title }: { src: string; title: string }) => {
  const { i18n } = useTranslation()
  const { say } = speaker(i18n.language)
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(640)
  const [width, setWidth] = useState<keyof typeof WIDTHS>('wide')
  const fit = () => {
    const page = frame.current?.contentDocument?.documentElement
    if (page) setHeight(Math.max(320, page.scrollHeight))
  }
  const show = (chosen: keyof typeof WIDTHS) => {
    setWidth(chosen)
    window.setTimeout(fit, 60)
  }
  return (
    <div className="ba-preview">
      <div className="ba-preview__bar">
        <h2 className="ba-panel__title">{title}</h2>
        <fieldset className="ba-switch" aria-label={say('屏幕', 'Screen')}>
          <button type="button" aria-pressed={width === 'wide'} onClick={() => show('wide')}>
            {say('电脑', 'Desktop')}
          </button>
          <button type="button" aria-pressed={width === 'phone'} onClick={() => show('phone')}>
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
        onLoad={fit}
      />
    </div>
  )
}
