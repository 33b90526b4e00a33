import { publishedService, type RunningService } from '#installation';
import { isCodedError, isRefusal, type Refusal } from '#kernel';
import { refusalError } from './refusal-error';
import type { ModuleOver } from './cli.module';
import { asWriter, type Session } from './session';

/** In this process, or by the service that holds the folder. */
export async function hereOrThere<Answer>(
  data: string,
  here: (session: Session) => Promise<Answer | Refusal>,
  there: (service: RunningService) => Promise<Answer>,
  ...more: readonly ModuleOver[]
): Promise<Answer> {
  try {
    const answer = await asWriter(data, here, ...more);
    if (isRefusal(answer)) throw await refusalError(answer);
    return answer;
  } catch (error) {
    const service = isCodedError(error, 'store-locked') ? publishedService(data) : undefined;
    if (!service) throw error;
    return there(service);
  }
}
