import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'
import { bounded } from '../bounded'

export const POST = bounded({ config, handler: GRAPHQL_POST(config), asksGraphQL: true })
export const OPTIONS = bounded({ config, handler: REST_OPTIONS(config) })
