import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`placements\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`place\` text DEFAULT 'headline' NOT NULL,
  	\`order\` numeric DEFAULT 100,
  	\`post_id\` text(36) NOT NULL,
  	\`title\` text,
  	\`picture_id\` text(36),
  	\`from\` text NOT NULL,
  	\`to\` text,
  	\`file\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`post_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`picture_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`placements_post_idx\` ON \`placements\` (\`post_id\`);`)
  await db.run(sql`CREATE INDEX \`placements_picture_idx\` ON \`placements\` (\`picture_id\`);`)
  await db.run(sql`CREATE INDEX \`placements_updated_at_idx\` ON \`placements\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`placements_created_at_idx\` ON \`placements\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`posts\` ADD \`in_english\` integer;`)
  await db.run(sql`UPDATE \`posts\` SET \`in_english\` = 1 WHERE \`english_title\` IS NOT NULL AND \`english_body\` IS NOT NULL;`)
  await db.run(sql`CREATE INDEX \`inEnglish_publishedAt_idx\` ON \`posts\` (\`in_english\`,\`published_at\`);`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`file\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`placements_id\` text(36) REFERENCES placements(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_placements_id_idx\` ON \`payload_locked_documents_rels\` (\`placements_id\`);`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`introduction_en\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`address_en\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`placements\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`manuscripts_id\` text(36),
  	\`media_id\` text(36),
  	\`columns_id\` text(36),
  	\`departments_id\` text(36),
  	\`topics_id\` text(36),
  	\`users_id\` text(36),
  	\`filings_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`manuscripts_id\`) REFERENCES \`manuscripts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`columns_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`departments_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`filings_id\`) REFERENCES \`filings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "manuscripts_id", "media_id", "columns_id", "departments_id", "topics_id", "users_id", "filings_id") SELECT "id", "order", "parent_id", "path", "manuscripts_id", "media_id", "columns_id", "departments_id", "topics_id", "users_id", "filings_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_manuscripts_id_idx\` ON \`payload_locked_documents_rels\` (\`manuscripts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_columns_id_idx\` ON \`payload_locked_documents_rels\` (\`columns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_departments_id_idx\` ON \`payload_locked_documents_rels\` (\`departments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_filings_id_idx\` ON \`payload_locked_documents_rels\` (\`filings_id\`);`)
  await db.run(sql`DROP INDEX \`inEnglish_publishedAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`posts\` DROP COLUMN \`in_english\`;`)
  await db.run(sql`ALTER TABLE \`topics\` DROP COLUMN \`file\`;`)
  await db.run(sql`ALTER TABLE \`site_settings\` DROP COLUMN \`introduction_en\`;`)
  await db.run(sql`ALTER TABLE \`site_settings\` DROP COLUMN \`address_en\`;`)
}
