import { describe, expect, it } from 'vitest'
import { ADMINISTRATORS } from '../access/duties'
import { COLUMN_TYPES, DEPARTMENT_KINDS, PILLARS } from '../collections/words'
import { ACCOUNTS, accountOf, demoPassword, emailOf, FILINGS } from './accounts'
import { COLUMNS, columnOf, writersOf } from './columns'
import { DEPARTMENTS } from './departments'

const codes = DEPARTMENTS.map((department) => department.code)
const ONE_SEGMENT = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

describe('the demonstration bureau’s departments (第三条)', () => {
  it('are at least fourteen, of all four kinds, with unique codes and names', () => {
    expect(codes.length).toBeGreaterThanOrEqual(14)
    expect(new Set(codes).size).toBe(codes.length)
    expect(new Set(DEPARTMENTS.map(({ name }) => name)).size).toBe(codes.length)
    expect(new Set(DEPARTMENTS.map(({ kind }) => kind))).toEqual(
      new Set(Object.keys(DEPARTMENT_KINDS)),
    )
    for (const code of codes) expect(code).toMatch(ONE_SEGMENT)
  })

  it('mark one Office and one Information Centre', () => {
    const marked = (mark: string) =>
      DEPARTMENTS.filter((department) => department.mark === mark).map(({ code }) => code)
    expect(marked('office')).toEqual(['office'])
    expect(marked('information-centre')).toEqual(['infocenter'])
  })

  it('check by an administrator in exactly one, and not in food, animal or dandong', () => {
    const checked = DEPARTMENTS.filter(({ adminCheck }) => adminCheck).map(({ code }) => code)
    expect(checked).toHaveLength(1)
    for (const code of ['food', 'animal', 'dandong']) expect(checked).not.toContain(code)
  })

  it('are each supervised by a bureau leader, and told with functions, leaders and a landline', () => {
    for (const department of DEPARTMENTS) {
      expect(accountOf(department.supervisor).duties).toContain('bureau-leader')
      expect(department.functions.length).toBeGreaterThan(20)
      expect(department.leaders.length).toBeGreaterThan(0)
      expect(department.phone).toMatch(/^0\d{2,3}-\d{7,8}$/)
    }
  })

  it('show as head and deputy the people who hold those accounts', () => {
    for (const { code, leaders } of DEPARTMENTS) {
      const head = accountOf(emailOf(`head.${code}`))
      expect([head.name, head.position]).toEqual([leaders[0]?.name, leaders[0]?.position])
    }
  })
})

describe('the demonstration accounts', () => {
  it('are those of the contract, with their duties', () => {
    const promised: [string, string[]][] = [
      ...['food', 'animal', 'dandong', 'office'].flatMap((code): [string, string[]][] => [
        [`author.${code}`, ['author']],
        [`admin.${code}`, ['department-admin']],
        [`leader.${code}`, ['department-leader']],
        [`head.${code}`, ['department-head']],
      ]),
      ['office', ['office-editor', 'office-reviewer']],
      ['secrecy', ['secrecy-reviewer']],
      ['secrecy2', ['secrecy-reviewer']],
      ['bureau', ['bureau-leader']],
      ['bureau2', ['bureau-leader']],
      ['system', ['system-admin']],
      ['security', ['security-admin']],
      ['auditor', ['auditor']],
    ]
    for (const [name, duties] of promised) {
      expect([name, accountOf(emailOf(name)).duties]).toEqual([name, duties])
    }
    for (const name of ['office', 'secrecy', 'secrecy2']) {
      expect(accountOf(emailOf(name)).department).toBe('office')
    }
  })

  it('are distinct persons of departments that exist', () => {
    expect(new Set(ACCOUNTS.map(({ email }) => email)).size).toBe(ACCOUNTS.length)
    expect(new Set(ACCOUNTS.map(({ name }) => name)).size).toBe(ACCOUNTS.length)
    for (const { department } of ACCOUNTS) {
      if (department !== null) expect(codes).toContain(department)
    }
  })

  it('keep the three administrators apart from each other and from all other duties', () => {
    const isAdministrator = (duty: string) => ADMINISTRATORS.some((name) => name === duty)
    for (const { duties } of ACCOUNTS) {
      if (duties.some(isAdministrator)) expect(duties).toHaveLength(1)
    }
  })

  it('file one author and exactly one administrator for each department (第十条, 第十一条)', () => {
    for (const code of codes) {
      const filed = FILINGS.filter(({ department }) => department === code)
      expect(filed.map(({ role }) => role).sort()).toEqual(['author', 'department-admin'])
      for (const { person, role } of filed) {
        expect(accountOf(person).department).toBe(code)
        expect(accountOf(person).duties).toContain(role)
      }
    }
  })

  it('take their password from the environment, else the default of the contract', () => {
    const before = process.env.DEMO_PASSWORD
    delete process.env.DEMO_PASSWORD
    expect(demoPassword()).toBe('Bureau-demo-2026')
    process.env.DEMO_PASSWORD = 'Another-one-2026'
    expect(demoPassword()).toBe('Another-one-2026')
    if (before === undefined) delete process.env.DEMO_PASSWORD
    else process.env.DEMO_PASSWORD = before
  })
})

describe('the columns', () => {
  it('are 24 under the four pillars, parents before children, none called archive', () => {
    expect(COLUMNS).toHaveLength(24)
    expect(new Set(COLUMNS.map(({ path }) => path)).size).toBe(24)
    expect(new Set(COLUMNS.map(({ pillar }) => pillar))).toEqual(new Set(Object.keys(PILLARS)))
    COLUMNS.forEach(({ parent, code, columnType }, index) => {
      expect(code).toMatch(ONE_SEGMENT)
      expect(code).not.toBe('archive')
      expect(COLUMN_TYPES).toContain(columnType)
      if (parent !== null) {
        expect(COLUMNS.slice(0, index).map(({ path }) => path)).toContain(parent)
      }
    })
  })

  it('have the routes, owners and contributors of the contract', () => {
    for (const path of ['news', 'notices', 'policies/laws', 'policies/files']) {
      expect(columnOf(path)).toMatchObject({
        route: 'bureau',
        owners: ['office'],
        contributors: 'all',
      })
    }
    const departmental: [string, string[]][] = [
      ['food/updates', ['food']],
      ['animal/updates', ['animal']],
      ['branches/dandong', ['dandong']],
      ['downloads', ['food', 'animal', 'dandong']],
      ['guides', ['food', 'animal', 'dandong']],
    ]
    for (const [path, owners] of departmental) {
      expect(columnOf(path)).toMatchObject({ route: 'department', owners, contributors: 'none' })
    }
  })

  it('always have an owner that exists, and take contributors on the bureau route only', () => {
    for (const column of COLUMNS) {
      expect(column.owners.length).toBeGreaterThan(0)
      for (const code of writersOf(column)) expect(codes).toContain(code)
      if (column.route === 'department') expect(column.contributors).toBe('none')
    }
  })
})
