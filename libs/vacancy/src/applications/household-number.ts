import { householdNumber, required } from '#cells';
import { BodyForm } from '../http/body-form';

/** The member of a body that names a household: it never stands in a URL. */
export const NUMBER = {
  householdNumber: required('numero_unique', householdNumber, '078012345678900001', { personal: true }),
};

/** The number in a body that cannot be read whole. */
export function numberIn(body: unknown): string | undefined {
  const { numero_unique } = body as { readonly numero_unique?: unknown };
  const read = new BodyForm(NUMBER).read({ numero_unique });
  return read.valid ? read.fields.householdNumber : undefined;
}
