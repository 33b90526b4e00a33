import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { FIGURE_CODES, UNPRINTED_CODES } from '#compliance';
import { OBJECTIVE_FIGURES, REHOUSING_FIGURES } from '#convention';
import { FIGURE_CODE } from '#http';
import { PRODUCT_VERSION } from './version';

const DESCRIPTION = `Chiffres et objectifs de la convention intercommunale d’attribution, état semestriel pour le préfet, notes de fragilité, état des relogements, liste des attributions, histoire des dossiers et import des fichiers d’un territoire.

Chaque demande porte un jeton : \`Authorization: Bearer …\`. L’administrateur le délivre (\`mixite token\`), pour un rôle et un périmètre ; \`x-right\` dit le droit que chaque adresse demande.

Toute erreur est un \`application/problem+json\` (RFC 9457) : \`title\` et \`detail\` sont à lire, \`code\` est pour les programmes.`;

/** Whether a route is part of the documentation, which the framework adds itself. It is for whoever comes in, under any role. */
export function isDocumentation(url: string): boolean {
  return url === '/api/docs' || url === '/api/docs-json' || url.startsWith('/api/docs/');
}

/** Publishes the documentation at /api/docs, and the OpenAPI document at /api/docs-json. */
export function publishDocumentation(app: NestFastifyApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Mixité')
    .setDescription(DESCRIPTION)
    .setVersion(PRODUCT_VERSION)
    .addBearerAuth({ type: 'http', description: 'Le jeton que l’administrateur a remis' })
    .addTag('Chiffres', 'Les chiffres de la convention')
    .addTag('Convention', 'Ce qui est en vigueur, et la forme de convention.json')
    .addTag('Relogements', 'L’état des relogements NPNRU')
    .addTag('Attributions', 'La liste des baux signés, sans donnée personnelle')
    .addTag('Vacances', 'Du logement libre à l’accord du ménage')
    .addTag('Tâches', 'Ce qui attend celui qui demande')
    .addTag('Audit', 'Qui a fait quoi, et la vérification de l’histoire')
    .addTag('Imports', 'Les fichiers d’un territoire')
    .addTag('Jetons', 'Qui entre, sous quel rôle, dans quel périmètre')
    .addTag('Comptes', 'Qui entre, par son adresse et son mot de passe')
    .addTag('Service', 'État du service')
    .build();
  SwaggerModule.setup('api/docs', app, () => withFigureCodes(SwaggerModule.createDocument(app, config)), {
    jsonDocumentUrl: 'api/docs-json',
    raw: ['json'],
    customSiteTitle: 'Mixité : documentation',
  });
}

/** Adds the enum of all figures, which answers and parameters refer to. */
function withFigureCodes(document: OpenAPIObject): OpenAPIObject {
  const codes = new Set([...FIGURE_CODES, ...UNPRINTED_CODES, ...OBJECTIVE_FIGURES, ...REHOUSING_FIGURES]);
  const { components } = document;
  const schema = { type: 'string', enum: [...codes], description: 'Les chiffres que le produit compte' };
  return { ...document, components: { ...components, schemas: { ...components?.schemas, [FIGURE_CODE]: schema } } };
}
