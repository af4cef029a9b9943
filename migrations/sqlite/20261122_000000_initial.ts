import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`manuscripts_attachments\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`title\` text,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`manuscripts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`manuscripts_attachments_order_idx\` ON \`manuscripts_attachments\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_attachments_parent_id_idx\` ON \`manuscripts_attachments\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_attachments_file_idx\` ON \`manuscripts_attachments\` (\`file_id\`);`)
  await db.run(sql`CREATE TABLE \`manuscripts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`subtitle\` text,
  	\`column_id\` text(36) NOT NULL,
  	\`kind\` text,
  	\`summary\` text,
  	\`body\` text,
  	\`source_type\` text,
  	\`source_name\` text,
  	\`source_url\` text,
  	\`source_published_at\` text,
  	\`authors\` text,
  	\`photographer\` text,
  	\`event_date\` text,
  	\`bulletin_publication\` text,
  	\`bulletin_year\` numeric,
  	\`bulletin_issue\` numeric,
  	\`policy_doc_number\` text,
  	\`policy_issuer\` text,
  	\`policy_issued_on\` text,
  	\`policy_effective_on\` text,
  	\`policy_topic\` text,
  	\`policy_genre\` text,
  	\`policy_validity\` text,
  	\`policy_index_number\` text,
  	\`interprets_id\` text(36),
  	\`guide_basis\` text,
  	\`guide_conditions\` text,
  	\`guide_materials\` text,
  	\`guide_procedure\` text,
  	\`guide_place\` text,
  	\`guide_hours\` text,
  	\`guide_phone\` text,
  	\`imported_key\` text,
  	\`imported_original_date\` text,
  	\`english_title\` text,
  	\`english_summary\` text,
  	\`english_body\` text,
  	\`official_document\` integer,
  	\`archived_file_number\` text,
  	\`archived_on\` text,
  	\`archived_by_id\` text(36),
  	\`department_id\` text(36),
  	\`created_by_id\` text(36),
  	\`last_edited_by_id\` text(36),
  	\`discarded\` integer DEFAULT false,
  	\`sealed\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`column_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`interprets_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`archived_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`last_edited_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`manuscripts_column_idx\` ON \`manuscripts\` (\`column_id\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_kind_idx\` ON \`manuscripts\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_interprets_idx\` ON \`manuscripts\` (\`interprets_id\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_imported_imported_key_idx\` ON \`manuscripts\` (\`imported_key\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_archived_archived_by_idx\` ON \`manuscripts\` (\`archived_by_id\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_department_idx\` ON \`manuscripts\` (\`department_id\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_created_by_idx\` ON \`manuscripts\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_last_edited_by_idx\` ON \`manuscripts\` (\`last_edited_by_id\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_discarded_idx\` ON \`manuscripts\` (\`discarded\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_sealed_idx\` ON \`manuscripts\` (\`sealed\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_updated_at_idx\` ON \`manuscripts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_created_at_idx\` ON \`manuscripts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`department_updatedAt_idx\` ON \`manuscripts\` (\`department_id\`,\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`column_updatedAt_idx\` ON \`manuscripts\` (\`column_id\`,\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`manuscripts_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` text(36),
  	\`departments_id\` text(36),
  	\`topics_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`manuscripts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`departments_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`manuscripts_rels_order_idx\` ON \`manuscripts_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_rels_parent_idx\` ON \`manuscripts_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_rels_path_idx\` ON \`manuscripts_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_rels_media_id_idx\` ON \`manuscripts_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_rels_departments_id_idx\` ON \`manuscripts_rels\` (\`departments_id\`);`)
  await db.run(sql`CREATE INDEX \`manuscripts_rels_topics_id_idx\` ON \`manuscripts_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`_manuscripts_v_version_attachments\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`title\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_manuscripts_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_attachments_order_idx\` ON \`_manuscripts_v_version_attachments\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_attachments_parent_id_idx\` ON \`_manuscripts_v_version_attachments\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_attachments_file_idx\` ON \`_manuscripts_v_version_attachments\` (\`file_id\`);`)
  await db.run(sql`CREATE TABLE \`_manuscripts_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text NOT NULL,
  	\`version_subtitle\` text,
  	\`version_column_id\` text(36) NOT NULL,
  	\`version_kind\` text,
  	\`version_summary\` text,
  	\`version_body\` text,
  	\`version_source_type\` text,
  	\`version_source_name\` text,
  	\`version_source_url\` text,
  	\`version_source_published_at\` text,
  	\`version_authors\` text,
  	\`version_photographer\` text,
  	\`version_event_date\` text,
  	\`version_bulletin_publication\` text,
  	\`version_bulletin_year\` numeric,
  	\`version_bulletin_issue\` numeric,
  	\`version_policy_doc_number\` text,
  	\`version_policy_issuer\` text,
  	\`version_policy_issued_on\` text,
  	\`version_policy_effective_on\` text,
  	\`version_policy_topic\` text,
  	\`version_policy_genre\` text,
  	\`version_policy_validity\` text,
  	\`version_policy_index_number\` text,
  	\`version_interprets_id\` text(36),
  	\`version_guide_basis\` text,
  	\`version_guide_conditions\` text,
  	\`version_guide_materials\` text,
  	\`version_guide_procedure\` text,
  	\`version_guide_place\` text,
  	\`version_guide_hours\` text,
  	\`version_guide_phone\` text,
  	\`version_imported_key\` text,
  	\`version_imported_original_date\` text,
  	\`version_english_title\` text,
  	\`version_english_summary\` text,
  	\`version_english_body\` text,
  	\`version_official_document\` integer,
  	\`version_archived_file_number\` text,
  	\`version_archived_on\` text,
  	\`version_archived_by_id\` text(36),
  	\`version_department_id\` text(36),
  	\`version_created_by_id\` text(36),
  	\`version_last_edited_by_id\` text(36),
  	\`version_discarded\` integer DEFAULT false,
  	\`version_sealed\` integer DEFAULT false,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`manuscripts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_column_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_interprets_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_archived_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_last_edited_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_parent_idx\` ON \`_manuscripts_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_version_column_idx\` ON \`_manuscripts_v\` (\`version_column_id\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_version_kind_idx\` ON \`_manuscripts_v\` (\`version_kind\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_version_interprets_idx\` ON \`_manuscripts_v\` (\`version_interprets_id\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_imported_version_imported_key_idx\` ON \`_manuscripts_v\` (\`version_imported_key\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_archived_version_archived_by_idx\` ON \`_manuscripts_v\` (\`version_archived_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_version_department_idx\` ON \`_manuscripts_v\` (\`version_department_id\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_version_created_by_idx\` ON \`_manuscripts_v\` (\`version_created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_version_last_edited_by_idx\` ON \`_manuscripts_v\` (\`version_last_edited_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_version_discarded_idx\` ON \`_manuscripts_v\` (\`version_discarded\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_version_sealed_idx\` ON \`_manuscripts_v\` (\`version_sealed\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_version_updated_at_idx\` ON \`_manuscripts_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_version_version_created_at_idx\` ON \`_manuscripts_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_created_at_idx\` ON \`_manuscripts_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_updated_at_idx\` ON \`_manuscripts_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_department_version_updatedAt_idx\` ON \`_manuscripts_v\` (\`version_department_id\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_column_version_updatedAt_idx\` ON \`_manuscripts_v\` (\`version_column_id\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_manuscripts_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` text(36),
  	\`departments_id\` text(36),
  	\`topics_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_manuscripts_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`departments_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_rels_order_idx\` ON \`_manuscripts_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_rels_parent_idx\` ON \`_manuscripts_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_rels_path_idx\` ON \`_manuscripts_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_rels_media_id_idx\` ON \`_manuscripts_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_rels_departments_id_idx\` ON \`_manuscripts_v_rels\` (\`departments_id\`);`)
  await db.run(sql`CREATE INDEX \`_manuscripts_v_rels_topics_id_idx\` ON \`_manuscripts_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`alt\` text,
  	\`sha256\` text,
  	\`department_id\` text(36),
  	\`sealed\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`media_sha256_idx\` ON \`media\` (\`sha256\`);`)
  await db.run(sql`CREATE INDEX \`media_department_idx\` ON \`media\` (\`department_id\`);`)
  await db.run(sql`CREATE INDEX \`media_sealed_idx\` ON \`media\` (\`sealed\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`application_forms\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` text,
  	\`title\` text,
  	\`manuscript_id\` text(36),
  	\`post_id\` text(36),
  	\`route\` text,
  	\`steps\` text,
  	\`step\` text,
  	\`state\` text,
  	\`held_from\` text,
  	\`rev\` numeric,
  	\`snapshot\` text,
  	\`content_hash\` text,
  	\`entries\` text,
  	\`writers\` text,
  	\`applicant_id\` text(36),
  	\`department_id\` text(36),
  	\`column_id\` text(36),
  	\`secrecy_statement\` text,
  	\`personal_information\` text,
  	\`publish_at\` text,
  	\`submitted_at\` text,
  	\`sealed\` integer DEFAULT false,
  	\`publishing\` integer DEFAULT false,
  	\`open_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`manuscript_id\`) REFERENCES \`manuscripts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`post_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`applicant_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`column_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`application_forms_number_idx\` ON \`application_forms\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`application_forms_manuscript_idx\` ON \`application_forms\` (\`manuscript_id\`);`)
  await db.run(sql`CREATE INDEX \`application_forms_post_idx\` ON \`application_forms\` (\`post_id\`);`)
  await db.run(sql`CREATE INDEX \`application_forms_content_hash_idx\` ON \`application_forms\` (\`content_hash\`);`)
  await db.run(sql`CREATE INDEX \`application_forms_applicant_idx\` ON \`application_forms\` (\`applicant_id\`);`)
  await db.run(sql`CREATE INDEX \`application_forms_department_idx\` ON \`application_forms\` (\`department_id\`);`)
  await db.run(sql`CREATE INDEX \`application_forms_column_idx\` ON \`application_forms\` (\`column_id\`);`)
  await db.run(sql`CREATE INDEX \`application_forms_publish_at_idx\` ON \`application_forms\` (\`publish_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`application_forms_open_key_idx\` ON \`application_forms\` (\`open_key\`);`)
  await db.run(sql`CREATE INDEX \`application_forms_updated_at_idx\` ON \`application_forms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`application_forms_created_at_idx\` ON \`application_forms\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_step_department_idx\` ON \`application_forms\` (\`state\`,\`step\`,\`department_id\`);`)
  await db.run(sql`CREATE INDEX \`manuscript_state_idx\` ON \`application_forms\` (\`manuscript_id\`,\`state\`);`)
  await db.run(sql`CREATE TABLE \`posts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` numeric,
  	\`path\` text,
  	\`state\` text,
  	\`column_id\` text(36),
  	\`department_id\` text(36),
  	\`column_seq\` numeric,
  	\`published_at\` text,
  	\`revised_at\` text,
  	\`revision\` numeric,
  	\`migrated\` integer,
  	\`withdrawal_explanation\` text,
  	\`withdrawal_at\` text,
  	\`withdrawal_by\` text,
  	\`title\` text,
  	\`subtitle\` text,
  	\`kind\` text,
  	\`summary\` text,
  	\`body\` text,
  	\`files\` text,
  	\`images\` text,
  	\`attachments\` text,
  	\`source_type\` text,
  	\`source_name\` text,
  	\`source_url\` text,
  	\`source_published_at\` text,
  	\`authors\` text,
  	\`photographer\` text,
  	\`event_date\` text,
  	\`bulletin_publication\` text,
  	\`bulletin_year\` numeric,
  	\`bulletin_issue\` numeric,
  	\`policy_doc_number\` text,
  	\`policy_issuer\` text,
  	\`policy_issued_on\` text,
  	\`policy_effective_on\` text,
  	\`policy_topic\` text,
  	\`policy_genre\` text,
  	\`policy_validity\` text,
  	\`policy_index_number\` text,
  	\`interprets_id\` text(36),
  	\`guide_basis\` text,
  	\`guide_conditions\` text,
  	\`guide_materials\` text,
  	\`guide_procedure\` text,
  	\`guide_place\` text,
  	\`guide_hours\` text,
  	\`guide_phone\` text,
  	\`imported_key\` text,
  	\`imported_original_date\` text,
  	\`english_title\` text,
  	\`english_summary\` text,
  	\`english_body\` text,
  	\`content_hash\` text,
  	\`form_id\` text(36),
  	\`manuscript_key\` text,
  	\`column_seqs\` text,
  	\`delivery_state\` text,
  	\`delivery_seq\` numeric,
  	\`delivery_at\` text,
  	\`delivery_error\` text,
  	\`delivery_attempts\` numeric,
  	\`delivery_proven_at\` text,
  	\`delivery_before\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`column_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`interprets_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`form_id\`) REFERENCES \`application_forms\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`posts_number_idx\` ON \`posts\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`posts_path_idx\` ON \`posts\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`posts_column_idx\` ON \`posts\` (\`column_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_department_idx\` ON \`posts\` (\`department_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_kind_idx\` ON \`posts\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`posts_interprets_idx\` ON \`posts\` (\`interprets_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_imported_imported_key_idx\` ON \`posts\` (\`imported_key\`);`)
  await db.run(sql`CREATE INDEX \`posts_form_idx\` ON \`posts\` (\`form_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`posts_manuscript_key_idx\` ON \`posts\` (\`manuscript_key\`);`)
  await db.run(sql`CREATE INDEX \`posts_delivery_delivery_state_idx\` ON \`posts\` (\`delivery_state\`);`)
  await db.run(sql`CREATE INDEX \`posts_updated_at_idx\` ON \`posts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_created_at_idx\` ON \`posts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`column_state_publishedAt_idx\` ON \`posts\` (\`column_id\`,\`state\`,\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`column_columnSeq_idx\` ON \`posts\` (\`column_id\`,\`column_seq\`);`)
  await db.run(sql`CREATE INDEX \`state_publishedAt_idx\` ON \`posts\` (\`state\`,\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`department_state_publishedAt_idx\` ON \`posts\` (\`department_id\`,\`state\`,\`published_at\`);`)
  await db.run(sql`CREATE TABLE \`posts_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`departments_id\` text(36),
  	\`topics_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`departments_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_rels_order_idx\` ON \`posts_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_parent_idx\` ON \`posts_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_path_idx\` ON \`posts_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_departments_id_idx\` ON \`posts_rels\` (\`departments_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_topics_id_idx\` ON \`posts_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`columns_owners\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`department_id\` text(36) NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`columns_owners_order_idx\` ON \`columns_owners\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`columns_owners_parent_id_idx\` ON \`columns_owners\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`columns_owners_department_idx\` ON \`columns_owners\` (\`department_id\`);`)
  await db.run(sql`CREATE TABLE \`columns_contributing_departments\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`department_id\` text(36),
  	\`from\` text,
  	\`to\` text,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`columns_contributing_departments_order_idx\` ON \`columns_contributing_departments\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`columns_contributing_departments_parent_id_idx\` ON \`columns_contributing_departments\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`columns_contributing_departments_department_idx\` ON \`columns_contributing_departments\` (\`department_id\`);`)
  await db.run(sql`CREATE TABLE \`columns\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`parent_id\` text(36),
  	\`path\` text,
  	\`pillar\` text NOT NULL,
  	\`column_type\` text NOT NULL,
  	\`list_kind\` text DEFAULT 'news' NOT NULL,
  	\`description\` text,
  	\`keywords\` text,
  	\`route\` text DEFAULT 'department' NOT NULL,
  	\`contributors\` text DEFAULT 'none',
  	\`requirements\` text,
  	\`update_rule\` text,
  	\`freshness_days\` numeric,
  	\`order\` numeric DEFAULT 100,
  	\`closed_on\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`columns_parent_idx\` ON \`columns\` (\`parent_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`columns_path_idx\` ON \`columns\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`columns_updated_at_idx\` ON \`columns\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`columns_created_at_idx\` ON \`columns\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`departments_leaders\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`position\` text,
  	\`portfolio\` text,
  	\`portrait_id\` text(36),
  	\`order\` numeric,
  	FOREIGN KEY (\`portrait_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`departments_leaders_order_idx\` ON \`departments_leaders\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`departments_leaders_parent_id_idx\` ON \`departments_leaders\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`departments_leaders_portrait_idx\` ON \`departments_leaders\` (\`portrait_id\`);`)
  await db.run(sql`CREATE TABLE \`departments_quotas\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`per_week\` numeric,
  	\`from\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`departments_quotas_order_idx\` ON \`departments_quotas\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`departments_quotas_parent_id_idx\` ON \`departments_quotas\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`departments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`short_name\` text,
  	\`name_en\` text,
  	\`kind\` text NOT NULL,
  	\`mark\` text DEFAULT 'none' NOT NULL,
  	\`functions\` text,
  	\`supervisor_id\` text(36),
  	\`address\` text,
  	\`phone\` text,
  	\`fax\` text,
  	\`hours\` text,
  	\`order\` numeric DEFAULT 100,
  	\`admin_check\` integer DEFAULT false,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`supervisor_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`departments_code_idx\` ON \`departments\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`departments_supervisor_idx\` ON \`departments\` (\`supervisor_id\`);`)
  await db.run(sql`CREATE INDEX \`departments_updated_at_idx\` ON \`departments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`departments_created_at_idx\` ON \`departments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`topics\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`summary\` text,
  	\`owner_id\` text(36),
  	\`picture_id\` text(36),
  	\`order\` numeric DEFAULT 100,
  	\`closed_on\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`picture_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`topics_code_idx\` ON \`topics\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`topics_owner_idx\` ON \`topics\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_picture_idx\` ON \`topics\` (\`picture_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_updated_at_idx\` ON \`topics\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`topics_created_at_idx\` ON \`topics\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`users_duties\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_duties_order_idx\` ON \`users_duties\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_duties_parent_idx\` ON \`users_duties\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`position\` text,
  	\`department_id\` text(36),
  	\`phone\` text,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`enable_a_p_i_key\` integer,
  	\`api_key\` text,
  	\`api_key_index\` text,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`users_department_idx\` ON \`users\` (\`department_id\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`filings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`department_id\` text(36) NOT NULL,
  	\`person_id\` text(36) NOT NULL,
  	\`role\` text NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text,
  	\`document\` text,
  	\`filed_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`filed_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`filings_department_idx\` ON \`filings\` (\`department_id\`);`)
  await db.run(sql`CREATE INDEX \`filings_person_idx\` ON \`filings\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`filings_filed_by_idx\` ON \`filings\` (\`filed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`filings_updated_at_idx\` ON \`filings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`filings_created_at_idx\` ON \`filings\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`publication_records\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`seq\` numeric,
  	\`record_version\` numeric,
  	\`key\` text,
  	\`event\` text,
  	\`post\` text,
  	\`number\` numeric,
  	\`form_number\` text,
  	\`title\` text,
  	\`title_hash\` text,
  	\`column\` text,
  	\`department\` text,
  	\`providers\` text,
  	\`signers\` text,
  	\`reason\` text,
  	\`path\` text,
  	\`hash\` text,
  	\`by\` text,
  	\`at\` text,
  	\`previous_hash\` text,
  	\`record_hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`publication_records_seq_idx\` ON \`publication_records\` (\`seq\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`publication_records_key_idx\` ON \`publication_records\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`publication_records_post_idx\` ON \`publication_records\` (\`post\`);`)
  await db.run(sql`CREATE INDEX \`publication_records_updated_at_idx\` ON \`publication_records\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`publication_records_created_at_idx\` ON \`publication_records\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`counters\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`value\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`counters_key_idx\` ON \`counters\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`desks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`manuscript\` text NOT NULL,
  	\`holder\` text,
  	\`until\` numeric,
  	\`writers\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`desks_manuscript_idx\` ON \`desks\` (\`manuscript\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
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
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`site_settings_bureau_leaders\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`position\` text,
  	\`portfolio\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`site_settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`site_settings_bureau_leaders_order_idx\` ON \`site_settings_bureau_leaders\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`site_settings_bureau_leaders_parent_id_idx\` ON \`site_settings_bureau_leaders\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`site_settings_publications\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`site_settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`site_settings_publications_order_idx\` ON \`site_settings_publications\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`site_settings_publications_parent_id_idx\` ON \`site_settings_publications\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`site_settings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`site_name\` text,
  	\`site_name_en\` text,
  	\`domain\` text,
  	\`site_id_code\` text,
  	\`icp_number\` text,
  	\`police_number\` text,
  	\`host\` text,
  	\`undertaker\` text,
  	\`contact_address\` text,
  	\`contact_postcode\` text,
  	\`contact_phone\` text,
  	\`contact_email\` text,
  	\`error_report_url\` text,
  	\`introduction\` text,
  	\`migration_until\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`manuscripts_attachments\`;`)
  await db.run(sql`DROP TABLE \`manuscripts\`;`)
  await db.run(sql`DROP TABLE \`manuscripts_rels\`;`)
  await db.run(sql`DROP TABLE \`_manuscripts_v_version_attachments\`;`)
  await db.run(sql`DROP TABLE \`_manuscripts_v\`;`)
  await db.run(sql`DROP TABLE \`_manuscripts_v_rels\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`application_forms\`;`)
  await db.run(sql`DROP TABLE \`posts\`;`)
  await db.run(sql`DROP TABLE \`posts_rels\`;`)
  await db.run(sql`DROP TABLE \`columns_owners\`;`)
  await db.run(sql`DROP TABLE \`columns_contributing_departments\`;`)
  await db.run(sql`DROP TABLE \`columns\`;`)
  await db.run(sql`DROP TABLE \`departments_leaders\`;`)
  await db.run(sql`DROP TABLE \`departments_quotas\`;`)
  await db.run(sql`DROP TABLE \`departments\`;`)
  await db.run(sql`DROP TABLE \`topics\`;`)
  await db.run(sql`DROP TABLE \`users_duties\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`filings\`;`)
  await db.run(sql`DROP TABLE \`publication_records\`;`)
  await db.run(sql`DROP TABLE \`counters\`;`)
  await db.run(sql`DROP TABLE \`desks\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`site_settings_bureau_leaders\`;`)
  await db.run(sql`DROP TABLE \`site_settings_publications\`;`)
  await db.run(sql`DROP TABLE \`site_settings\`;`)
}
