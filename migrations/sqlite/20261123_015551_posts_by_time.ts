import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`posts_published_at_idx\` ON \`posts\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`column_publishedAt_idx\` ON \`posts\` (\`column_id\`,\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`department_publishedAt_idx\` ON \`posts\` (\`department_id\`,\`published_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`posts_published_at_idx\`;`)
  await db.run(sql`DROP INDEX \`column_publishedAt_idx\`;`)
  await db.run(sql`DROP INDEX \`department_publishedAt_idx\`;`)
}
