import { readFile, writeFile } from 'node:fs/promises';
import initSqlJs from 'sql.js';

/**
 * dynoxide finds the newest record of a stream, and where a reader goes on, by looking at every record it
 * keeps: after 20,000 changes a write takes 10 ms instead of 1. These indexes, in its own database, let it
 * look once. They change nothing that it reads or writes.
 */
const INDEXES = [
  'CREATE INDEX IF NOT EXISTS stream_newest ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
  'CREATE INDEX IF NOT EXISTS stream_position ON _stream_records (table_name, shard_id, CAST(sequence_number AS INTEGER))',
];

/** Puts the indexes into a database that no engine has open. */
export const indexStream = async (file: string): Promise<void> => {
  const { Database } = await initSqlJs();
  const database = new Database(await readFile(file));
  INDEXES.forEach((sql) => database.run(sql));
  await writeFile(file, database.export());
  database.close();
};
