import { ApiProperty } from '@nestjs/swagger';
import { SUBJECT_KINDS } from '../history/subject';

const ALLOCATION = '0c0f2f0e-7c6b-7a53-9f2e-5f3f9a1f7d10';
const IMPORT = '0190a7c2-5b1e-7c3d-8f00-1a2b3c4d5e6f';

class SubjectDto {
  @ApiProperty({ enum: SUBJECT_KINDS, example: 'allocation' })
  readonly kind!: string;

  @ApiProperty({ description: 'Identifiant interne ; pour une résidence, son code', example: ALLOCATION })
  readonly id!: string;
}

class DetailDto {
  @ApiProperty({ description: 'Le fait, dans les mots du métier', example: 'quartile de ressources' })
  readonly label!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'La valeur remplacée ; null si le fait est enregistré pour la première fois',
    example: '2',
  })
  readonly from!: string | null;

  @ApiProperty({ example: '1' })
  readonly to!: string;

  @ApiProperty({ description: 'Donnée personnelle, scellée dans l’histoire', example: false })
  readonly sealed!: boolean;
}

class GroundDto {
  @ApiProperty({ enum: ['import', 'request'], example: 'import' })
  readonly kind!: string;

  @ApiProperty({ description: 'Le même pour tout ce qu’un import ou une demande a enregistré', example: IMPORT })
  readonly correlationId!: string;

  @ApiProperty({ description: 'La commande, ou l’événement, qui en est la cause', example: IMPORT })
  readonly causationId!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Le fichier dont une ligne l’a dit',
    example: 'attributions.csv',
  })
  readonly file!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'bornes de ressources de 2023' })
  readonly motive!: string | null;
}

class AuditEntryDto {
  @ApiProperty({ description: 'Position dans l’histoire', example: '0000000000001202' })
  readonly position!: string;

  @ApiProperty({ description: 'Identifiant de l’événement', example: '6f1d6c2e-5f0b-5c1f-9a0f-3f6f1c9d7a52' })
  readonly event!: string;

  @ApiProperty({ description: 'Type de l’événement', example: 'QuartileRevised' })
  readonly type!: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2024-01-31T22:59:59.999Z' })
  readonly recordedAt!: string;

  @ApiProperty({ description: 'Le même, à l’heure du territoire', example: '2024-01-31 23:59:59' })
  readonly recordedLocally!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Jour où le fait vaut',
    example: '2023-03-14',
  })
  readonly effectiveDay!: string | null;

  @ApiProperty({ description: 'L’administrateur, ou l’identifiant d’un jeton', example: 'administrator' })
  readonly actor!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Nom de qui tient le jeton', example: null })
  readonly actorName!: string | null;

  @ApiProperty({ example: 'administrateur' })
  readonly role!: string;

  @ApiProperty({ example: 'Quartile de ressources révisé' })
  readonly act!: string;

  @ApiProperty({ description: 'De quoi', example: `attribution ${ALLOCATION}` })
  readonly about!: string;

  @ApiProperty({ type: [DetailDto] })
  readonly details!: readonly DetailDto[];

  @ApiProperty({
    enum: ['none', 'shown', 'hidden', 'erased', 'altered'],
    description: 'Ce qu’il en est des données personnelles de l’événement',
    example: 'none',
  })
  readonly people!: string;

  @ApiProperty({ type: GroundDto })
  readonly ground!: GroundDto;

  @ApiProperty({
    description: 'Ce qui a été fait, en une ligne',
    example: `Quartile de ressources révisé, attribution ${ALLOCATION} : quartile de ressources : 2 → 1`,
  })
  readonly text!: string;
}

class ResidenceLeaseDto {
  @ApiProperty({ description: 'Identifiant interne : il ouvre l’histoire de l’attribution', example: ALLOCATION })
  readonly id!: string;

  @ApiProperty({ type: String, format: 'date', example: '2023-03-14' })
  readonly signedOn!: string;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Le bail n’a pas pris effet', example: false })
  readonly cancelled!: boolean | null;

  @ApiProperty({ description: 'Faux si une correction l’a mis dans une autre résidence', example: true })
  readonly here!: boolean;
}

/** What `mixite audit history --format json` prints. */
export class AuditHistoryDto {
  @ApiProperty({ type: SubjectDto })
  readonly subject!: SubjectDto;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'Instant du dernier événement pris en compte',
    example: '2024-01-31T22:59:59.999Z',
  })
  readonly asOf!: string;

  @ApiProperty({ description: 'Sa position', example: '0000000000030541' })
  readonly position!: string;

  @ApiProperty({ description: 'Le fuseau horaire du territoire, celui de recordedLocally', example: 'Europe/Paris' })
  readonly timeZone!: string;

  @ApiProperty({
    enum: ['shown', 'hidden', 'none'],
    description: 'Les données personnelles sont montrées, ne le sont pas, ou le dossier n’en a pas',
    example: 'hidden',
  })
  readonly names!: string;

  @ApiProperty({ type: [AuditEntryDto] })
  readonly entries!: readonly AuditEntryDto[];

  @ApiProperty({ type: [ResidenceLeaseDto], nullable: true, description: 'Pour une résidence : ses attributions' })
  readonly leases!: readonly ResidenceLeaseDto[] | null;
}
