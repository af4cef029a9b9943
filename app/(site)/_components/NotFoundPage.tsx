import { homeUrl, siteMapPageUrl } from '../../../collections/urls'
import { Page } from './Page'
import type { Frame } from './views'

/** What is shown for an address without a page. */
export const NotFoundPage = ({ frame }: { frame: Frame }) => (
  <Page frame={frame} meta={{ title: '页面不存在', path: null, noindex: true }}>
    <div className="b-wrap b-lost">
      <h1>您访问的页面不存在</h1>
      <p>页面可能已被移动或者删除，也可能是地址输入有误。您可以：</p>
      <ul className="b-chips">
        <li>
          <a href={homeUrl()}>返回首页</a>
        </li>
        <li>
          <a href={siteMapPageUrl()}>查看网站地图</a>
        </li>
      </ul>
    </div>
  </Page>
)
