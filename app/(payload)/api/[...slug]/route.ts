import config from '@payload-config'
import '@payloadcms/next/css'
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes'
import { getPayload } from 'payload'
import { bounded } from '../bounded'
import { keptAnswers } from '../keptAnswers'

const openPayload = () => getPayload({ config })

export const GET = bounded({
  config,
  handler: keptAnswers({ openPayload, handler: REST_GET(config) }),
})
export const POST = bounded({ config, handler: REST_POST(config) })
export const DELETE = bounded({ config, handler: REST_DELETE(config) })
export const PATCH = bounded({ config, handler: REST_PATCH(config) })
export const PUT = bounded({ config, handler: REST_PUT(config) })
export const OPTIONS = bounded({ config, handler: REST_OPTIONS(config) })
