import * as migration_20261122_000000_initial from './20261122_000000_initial';
import * as migration_20261123_015551_posts_by_time from './20261123_015551_posts_by_time';
import * as migration_20261123_042115_related_posts from './20261123_042115_related_posts';
import * as migration_20261123_042356_topics_placements_english from './20261123_042356_topics_placements_english';
import * as migration_20261123_043723_media_variants from './20261123_043723_media_variants';
import * as migration_20261123_051900_manuscripts_counted from './20261123_051900_manuscripts_counted';

export const migrations = [
  {
    up: migration_20261122_000000_initial.up,
    down: migration_20261122_000000_initial.down,
    name: '20261122_000000_initial',
  },
  {
    up: migration_20261123_015551_posts_by_time.up,
    down: migration_20261123_015551_posts_by_time.down,
    name: '20261123_015551_posts_by_time',
  },
  {
    up: migration_20261123_042115_related_posts.up,
    down: migration_20261123_042115_related_posts.down,
    name: '20261123_042115_related_posts',
  },
  {
    up: migration_20261123_042356_topics_placements_english.up,
    down: migration_20261123_042356_topics_placements_english.down,
    name: '20261123_042356_topics_placements_english',
  },
  {
    up: migration_20261123_043723_media_variants.up,
    down: migration_20261123_043723_media_variants.down,
    name: '20261123_043723_media_variants',
  },
  {
    up: migration_20261123_051900_manuscripts_counted.up,
    down: migration_20261123_051900_manuscripts_counted.down,
    name: '20261123_051900_manuscripts_counted'
  },
];
