import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // nginx does it, in a process of its own: see `deploy/nginx.conf`.
  compress: false,
  // Never `trailingSlash`: every API address would answer 308.
  skipTrailingSlashRedirect: true,
  images: { unoptimized: true },
  // It finds its program beside its own file.
  serverExternalPackages: ['esbuild'],
  // TypeScript 7 has no interface that Next could call; `npm run check` runs tsc.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(config)
