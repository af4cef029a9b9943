import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`department_sealed_discarded_idx\` ON \`manuscripts\` (\`department_id\`,\`sealed\`,\`discarded\`);`)
  await db.run(sql`CREATE INDEX \`version_department_version_sealed_version_discarded_idx\` ON \`_manuscripts_v\` (\`version_department_id\`,\`version_sealed\`,\`version_discarded\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`department_sealed_discarded_idx\`;`)
  await db.run(sql`DROP INDEX \`version_department_version_sealed_version_discarded_idx\`;`)
}
