import { getPayload } from 'payload'

/** `npm run migration -- <name>`: writes the migration that brings the database up to the collections. For developers. */
const main = async () => {
  const { default: config } = await import('../payload.config')
  const payload = await getPayload({ config, disableOnInit: true })
  const migrationName = process.argv[2] ?? 'change'
  await payload.db.createMigration({ payload, migrationName, forceAcceptWarning: true })
  await payload.destroy()
}

// A pending top-level promise does not keep Node alive on SQLite.
const hold = setInterval(() => {}, 1000)
main()
  .catch((error) => {
    console.error(error)
    process.exitCode = 1
  })
  .finally(() => clearInterval(hold))
