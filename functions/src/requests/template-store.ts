import { ReplyTemplate } from '@gongyi/shared/requests/contract';
import * as z from 'zod/mini';
import { changeOnce, createOnce, queryAll } from '../platform/table';
import { keys } from '../platform/table-shape';

/** Reply templates of an organisation. */
export const templatesOf = async (organisationId: string): Promise<ReplyTemplate[]> => {
  const items = await queryAll({ pk: keys.replyTemplate(organisationId, '').pk, consistent: true });
  return items.map((item) => z.parse(ReplyTemplate, item));
};

/** False if the operation made another one before. */
export const addTemplate = async (organisationId: string, template: ReplyTemplate, opHash: string): Promise<boolean> =>
  (await createOnce({ ...template, ...keys.replyTemplate(organisationId, template.id), opHash })).done;

/** False if there is none of that id. */
export const changeTemplate = async (
  organisationId: string,
  { id, title, words }: ReplyTemplate,
  op: string,
): Promise<boolean> =>
  (
    await changeOnce({
      key: keys.replyTemplate(organisationId, id),
      set: { title, words },
      when: 'attribute_exists(pk)',
      op,
    })
  ).done;
