import type { ReactNode } from 'react'
import { keysOf } from '../../../access/keysOf'
import { englishUrl, type InformationPage, informationUrl } from '../../../collections/urls'
import { DEPARTMENT_KINDS } from '../../../collections/words'
import { Block } from './Block'
import { Breadcrumb } from './Breadcrumb'
import { DepartmentGroup, LeaderTable } from './DepartmentPages'
import { Facts } from './Facts'
import { INFORMATION } from './information'
import { safeHref } from './links'
import { OutLink } from './OutLink'
import { Page } from './Page'
import { Paragraphs } from './Paragraphs'
import { SCROLLED } from './scrolled'
import type { DepartmentView, Frame } from './views'

type ShellProps = { frame: Frame; page: InformationPage; children: ReactNode }

const Shell = ({ frame, page, children }: ShellProps) => {
  const { title, type, description } = INFORMATION[page]
  return (
    <Page
      frame={frame}
      meta={{
        title,
        path: informationUrl(page),
        english: page === 'about' && frame.site.nameEn ? englishUrl(informationUrl(page)) : null,
        column: { name: title, description, keywords: title, type },
      }}
    >
      <div className="b-wrap">
        <Breadcrumb crumbs={[{ name: title }]} />
        <header className="b-page-head">
          <h1>{title}</h1>
        </header>
        {children}
      </div>
    </Page>
  )
}

type FrameProps = { frame: Frame }
type DepartmentsProps = FrameProps & { departments: DepartmentView[] }

/** 机构概况: who runs the site, its leaders and departments. */
export const AboutPage = ({ frame, departments }: DepartmentsProps) => {
  const { site } = frame
  return (
    <Shell frame={frame} page="about">
      <div className="b-text b-sheet">
        <Paragraphs text={site.introduction} />
        <p>
          本网站由{site.host || site.name}主办
          {site.undertaker ? `，${site.undertaker}承办` : ''}
          ，是本局发布政务信息、提供公共服务、听取公众意见、开展新闻发布的政府网站。
        </p>
        <p>
          本局现设{kindsText(departments)}
          。各单位的主要职能、负责人和联系方式在本网站公开，欢迎社会各界监督。
        </p>
      </div>
      {site.leaders.length > 0 ? (
        <Block title="局领导">
          <LeaderTable leaders={site.leaders} caption="局领导及分工" />
        </Block>
      ) : null}
      <div className="b-grid">
        {keysOf(DEPARTMENT_KINDS).map((kind) => (
          <DepartmentGroup key={kind} kind={kind} departments={departments} />
        ))}
      </div>
    </Shell>
  )
}

/** `处室5个、分支局3个`, of the kinds that exist. */
const kindsText = (departments: DepartmentView[]) =>
  keysOf(DEPARTMENT_KINDS)
    .map((kind) => ({ kind, count: departments.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${DEPARTMENT_KINDS[kind].zh}${count}个`)
    .join('、')

/** 联系我们: the bureau's address and every department's phone. */
export const ContactPage = ({ frame, departments }: DepartmentsProps) => {
  const { address, postcode, phone, email, errorReportUrl } = frame.site
  const errorReport = safeHref(errorReportUrl)
  return (
    <Shell frame={frame} page="contact">
      <Block title="本局联系方式">
        <Facts
          className="b-facts"
          facts={[
            { name: '通信地址', value: address },
            { name: '邮政编码', value: postcode },
            { name: '联系电话', value: phone },
            { name: '电子邮箱', value: email ? <a href={`mailto:${email}`}>{email}</a> : null },
          ]}
        />
      </Block>
      <Block title="各单位联系方式">
        <div className="b-text">
          <div {...SCROLLED}>
            <table>
              <caption className="b-hidden">各单位地址、电话与办公时间</caption>
              <thead>
                <tr>
                  <th scope="col">单位</th>
                  <th scope="col">地址</th>
                  <th scope="col">电话</th>
                  <th scope="col">办公时间</th>
                </tr>
              </thead>
              <tbody>
                {departments.map((department) => (
                  <tr key={department.code}>
                    <th scope="row">{department.name}</th>
                    <td>{department.address}</td>
                    <td className="b-whole">{department.phone}</td>
                    <td>{department.hours}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </Block>
      <Block title="反映网站问题">
        <div className="b-text">
          <p>
            如发现本网站内容有误、链接不可用或服务存在问题，请通过上述联系方式告知我们
            {errorReport ? (
              <>
                ，也可以通过
                <OutLink href={errorReport} domain={frame.site.domain}>
                  我为政府网站找错
                </OutLink>
                平台提交
              </>
            ) : null}
            。
          </p>
        </div>
      </Block>
    </Shell>
  )
}

/** 版权声明. */
export const CopyrightPage = ({ frame }: FrameProps) => {
  const { name, host } = frame.site
  return (
    <Shell frame={frame} page="copyright">
      <div className="b-text b-sheet">
        <p>为规范本网站信息的使用，保护权利人的合法权益，现就版权及有关事项声明如下：</p>
        <ol>
          <li>
            凡本网站注明来源为“{name}”或“{host || name}
            ”的文字、图片、音视频等信息，版权归本局所有。法律、法规，国家机关的决议、决定、命令和其他具有立法、行政、司法性质的文件及其官方正式译文，依法不受著作权法保护。
          </li>
          <li>
            其他网站、媒体转载本网站信息，应当注明来源为“{name}
            ”和原文发布时间，附原文链接，不得歪曲、篡改标题和内容，不得用于商业目的。
          </li>
          <li>
            本网站转载的信息均注明来源，版权归原作者或者原发布单位所有。权利人认为转载不当的，请与本局联系，本局将及时核实处理。
          </li>
          <li>
            本网站政策文件的电子文本供公众查阅和参考，与正式印发的文本不一致的，以正式印发的文本为准。
          </li>
          <li>本网站提供的其他网站链接仅为方便公众使用，其内容由相应网站负责。</li>
        </ol>
      </div>
    </Shell>
  )
}

/** 无障碍声明 (无障碍环境建设法第三十二条). */
export const AccessibilityPage = ({ frame }: FrameProps) => {
  const { phone, email } = frame.site
  return (
    <Shell frame={frame} page="accessibility">
      <div className="b-text b-sheet">
        <p>
          本局依照《中华人民共和国无障碍环境建设法》，参照《信息技术
          互联网内容无障碍可访问性技术要求与测试方法》（GB/T
          37668—2019），持续改进本网站，方便残疾人、老年人等各类人群获取信息和办理业务。
        </p>
        <h2>本网站已提供的便利</h2>
        <ul>
          <li>全部页面可以仅用键盘浏览，按 Tab 键可以直接跳到正文；</li>
          <li>页面结构清晰，标题、列表、表格和导航可以被读屏软件识别；</li>
          <li>图片附有文字说明，附件标明文件类型和大小；</li>
          <li>文字与背景对比清楚，放大到两倍或者在手机上浏览时内容不缺失；</li>
          <li>
            页面顶部可以选择<a href="#elder">长辈版</a>
            （字号、行距、按钮和鼠标指针更大）、大字和高对比度，选择一次，全站有效；
          </li>
          <li>正文页可以使用浏览器自带的语音朗读，可以随时暂停、继续和停止；</li>
          <li>前往政府网站以外的网站前有提示，并显示该网站的地址；</li>
          <li>页面不含自动播放的声音、闪烁内容和广告。</li>
        </ul>
        <h2>意见反馈</h2>
        <p>
          浏览本网站遇到困难，或者需要以其他形式获取信息的，请与本局联系
          {phone ? `，电话：${phone}` : ''}
          {email ? `，电子邮箱：${email}` : ''}
          。我们将尽快为您提供帮助。
        </p>
      </div>
    </Shell>
  )
}
