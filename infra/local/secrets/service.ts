import * as z from 'zod/mini';
import type { Service } from '../aws-services/handler';
import { ServiceError } from '../aws-services/handler';

const Input = z.object({ SecretId: z.string(), VersionStage: z.optional(z.string()) });

/** Secrets Manager with its one operation that functions use. `secrets` by id, each the text of the secret. */
export const secretsService = (secrets: ReadonlyMap<string, string>): Service => ({
  name: 'secretsmanager',
  target: 'secretsmanager',
  operations: {
    GetSecretValue: (input) => {
      const { SecretId } = Input.parse(input);
      const found = secrets.get(SecretId);
      if (found === undefined) {
        throw new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
      }
      return {
        ARN: `arn:aws:secretsmanager:local:000000000000:secret:${SecretId}`,
        Name: SecretId,
        SecretString: found,
        VersionId: '00000000-0000-4000-8000-000000000000',
        VersionStages: ['AWSCURRENT'],
      };
    },
  },
});
