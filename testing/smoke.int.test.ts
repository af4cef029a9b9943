import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bureau, openBureau, PASSWORD } from './bureau'

let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
})
afterAll(() => bureau.close())

describe('smoke', () => {
  it('signs a manuscript up to a post', async () => {
    const { payload } = bureau
    const dep = await payload.create({
      collection: 'departments',
      overrideAccess: true,
      data: { code: 'food', name: '食品处', kind: 'internal', mark: 'none', active: true },
    })
    const office = await payload.create({
      collection: 'departments',
      overrideAccess: true,
      data: { code: 'office', name: '办公室', kind: 'internal', mark: 'office', active: true },
    })
    const col = await payload.create({
      collection: 'columns',
      overrideAccess: true,
      data: {
        name: '食品',
        code: 'food',
        pillar: 'information',
        columnType: '工作动态',
        listKind: 'news',
        route: 'department',
        contributors: 'none',
        owners: [{ department: dep.id, from: '2020-01-01T00:00:00.000Z' }],
      },
    })
    const mk = (email: string, duties: string[], department: string) =>
      payload.create({
        collection: 'users',
        overrideAccess: true,
        data: { email, password: PASSWORD, name: email, duties, department, active: true } as never,
      })
    const a = await mk('a@x.cn', ['author'], dep.id)
    await mk('l@x.cn', ['department-leader'], dep.id)
    await payload.create({
      collection: 'filings',
      overrideAccess: true,
      data: { department: dep.id, person: a.id, role: 'author', from: '2020-01-01T00:00:00.000Z' },
    })
    const ta = await bureau.login('a@x.cn')
    const tl = await bureau.login('l@x.cn')
    const m = await bureau.rest({
      method: 'POST',
      path: '/api/manuscripts',
      token: ta,
      body: {
        title: '标题',
        column: col.id,
        source: { type: 'original', name: '食品处' },
        body: {
          root: {
            type: 'root',
            version: 1,
            format: '',
            indent: 0,
            direction: 'ltr',
            children: [
              {
                type: 'paragraph',
                version: 1,
                format: '',
                indent: 0,
                direction: 'ltr',
                children: [
                  {
                    type: 'text',
                    version: 1,
                    text: '正文',
                    format: 0,
                    style: '',
                    mode: 'normal',
                    detail: 0,
                  },
                ],
              },
            ],
          },
        },
      },
    })
    console.log(m.status, JSON.stringify(m.body).slice(0, 600))
    const id = (m.body as never as { doc: { id: string } }).doc.id
    const s = await bureau.rest({
      method: 'POST',
      path: `/api/manuscripts/${id}/submit`,
      token: ta,
      body: { secrecyStatement: 'clear', personalInformation: 'none' },
    })
    console.log(s.status, JSON.stringify(s.body))
    const fid = (s.body as never as { doc: { id: string } }).doc.id
    const e = await bureau.rest({
      method: 'PATCH',
      path: `/api/manuscripts/${id}`,
      token: ta,
      body: { title: '改' },
    })
    console.log('edit', e.status, JSON.stringify(e.body))
    const g = await bureau.rest({
      method: 'POST',
      path: `/api/application-forms/${fid}/sign`,
      token: tl,
      body: { rev: 1, secrecy: 'clear', opinion: '同意' },
    })
    console.log(g.status, JSON.stringify(g.body))
    const g2 = await bureau.rest({
      method: 'POST',
      path: `/api/application-forms/${fid}/sign`,
      token: tl,
      body: { rev: 1, secrecy: 'clear', opinion: '同意' },
    })
    console.log(g2.status, JSON.stringify(g2.body).slice(0, 200))
    const p = await bureau.rest({ path: '/api/posts' })
    console.log(p.status, JSON.stringify(p.body).slice(0, 3000))
    const q = await bureau.graphql({ query: '{ Posts { docs { title number } } }' })
    console.log(q.status, JSON.stringify(q.body).slice(0, 500))
    expect(g.status).toBe(200)
  })
})
