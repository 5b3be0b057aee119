import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Request } from '@gongyi/shared/requests/request';
import { TableName, table } from '../platform/table';
import { keys } from '../platform/table-shape';
import { listedItem } from './listed';
import type { List } from './listed';

/** Writes or takes away one row of a list; the caller sees to it that the last to write is right. */
export const putRow = async (list: List, ownerId: string, request: Request): Promise<void> => {
  await table().send(new PutCommand({ TableName: TableName(), Item: listedItem(list, ownerId, request) }));
};

export const removeRow = async (list: List, ownerId: string, request: Request): Promise<void> => {
  const Key = keys.listRow(list, ownerId, request.filedAt, request.id);
  await table().send(new DeleteCommand({ TableName: TableName(), Key }));
};
