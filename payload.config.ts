import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { answerErrors } from './access/afterError'
import { boundDocument } from './access/graphqlRules'
import { LARGEST_FILE } from './access/largestFile'
import { restrictPayloadCollections } from './access/payloadCollections'
import { ApplicationForms } from './collections/applicationForms'
import { Columns } from './collections/columns'
import { Counters } from './collections/counters'
import { Departments } from './collections/departments'
import { Desks } from './collections/desks'
import { Filings } from './collections/filings'
import { guard, guardGlobal } from './collections/gate/guard'
import { Manuscripts } from './collections/manuscripts'
import { Media } from './collections/media'
import { Placements } from './collections/placements'
import { Posts } from './collections/posts'
import { PublicationRecords } from './collections/publicationRecords'
import { textEditor } from './collections/richText/editor'
import { SiteSettings } from './collections/siteSettings'
import { Topics } from './collections/topics'
import { Users } from './collections/users'
import { guardUsers } from './collections/users/guardUsers'
import { noMail } from './collections/users/noMail'
import { ADMIN_COMPONENTS, ADMIN_META, ADMIN_TRANSLATIONS, plain } from './components/admin/config'
import { database } from './database'
import { withStatistics } from './statistics'
import { guardManuscripts } from './workflow/edits'
import { withWorkflow } from './workflow/endpoints'

const root = path.dirname(fileURLToPath(import.meta.url))
const serverURL = process.env.SERVER_URL ?? ''
const level = process.env.PAYLOAD_LOG_LEVEL

const config = buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? '',
  serverURL,
  csrf: serverURL ? [serverURL] : [],
  cors: serverURL ? [serverURL] : [],
  telemetry: false,
  ...(level ? { logger: { options: { level } } } : {}),
  db: guardUsers(
    guardManuscripts(
      withStatistics(await database(process.env.DATABASE_URL ?? 'file:./data/bureau.db')),
    ),
  ),
  email: noMail,
  editor: textEditor,
  sharp,
  i18n: {
    supportedLanguages: { zh, en },
    fallbackLanguage: 'zh',
    translations: ADMIN_TRANSLATIONS,
  },
  defaultDepth: 1,
  maxDepth: 2,
  upload: { abortOnLimit: true, limits: { fileSize: LARGEST_FILE, files: 1 } },
  graphQL: {
    disablePlaygroundInProduction: true,
    maxComplexity: 1000,
    validationRules: () => [boundDocument],
  },
  collections: [
    Manuscripts,
    Media,
    ApplicationForms,
    Posts,
    Columns,
    Departments,
    Topics,
    Placements,
    Users,
    Filings,
    PublicationRecords,
    Counters,
    Desks,
  ]
    .map(withWorkflow)
    .map(plain)
    .map(guard),
  globals: [SiteSettings].map(guardGlobal),
  hooks: { afterError: [answerErrors] },
  jobs: { access: { run: () => false, queue: () => false, cancel: () => false } },
  admin: {
    user: 'users',
    avatar: 'default',
    timezones: {
      supportedTimezones: [{ label: '北京时间', value: 'Asia/Shanghai' }],
      defaultTimezone: 'Asia/Shanghai',
    },
    dateFormat: 'yyyy-MM-dd HH:mm',
    meta: ADMIN_META,
    components: ADMIN_COMPONENTS,
    importMap: { baseDir: root },
    autoLogin: false,
  },
  typescript: { outputFile: path.resolve(root, 'payload-types.ts') },
})

export default restrictPayloadCollections(config)
