import { ApiProperty } from '@nestjs/swagger';
import { NOTE_GROUNDS } from '../note-ground';
import { ReadingHeaderDto } from './fragility-query.dto';
import { NoteProperty } from './answer-parts.dto';

class ExtentDto {
  @ApiProperty({ type: 'integer', description: 'Résidences', example: 58 })
  readonly residences!: number;

  @ApiProperty({ type: 'integer', description: 'Leurs logements', example: 8753 })
  readonly dwellings!: number;
}

class PriorityExtentDto extends ExtentDto {
  @ApiProperty({ type: ExtentDto, description: 'Dont en QPV ce jour' })
  readonly inQpv!: ExtentDto;
}

class TotalCoverageDto extends ExtentDto {
  @ApiProperty({ type: ExtentDto, description: 'Avec une note' })
  readonly noted!: ExtentDto;

  @ApiProperty({ type: PriorityExtentDto, description: 'Notées 4 ou 5' })
  readonly priority!: PriorityExtentDto;
}

class NoteExtentDto extends ExtentDto {
  @NoteProperty('null : sans note', 4)
  readonly note!: number | null;
}

class GroundExtentDto extends ExtentDto {
  @ApiProperty({ enum: NOTE_GROUNDS, example: 'consensus' })
  readonly ground!: string;
}

class TypeExtentDto extends ExtentDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'De 1 à 4 ; null : d’aucun type connu', example: 2 })
  readonly type!: number | null;
}

class GroupCoverageDto extends ExtentDto {
  @ApiProperty({ description: 'Code', example: '78621' })
  readonly id!: string;

  @ApiProperty({ example: 'Trappes' })
  readonly label!: string;

  @ApiProperty({ type: ExtentDto, description: 'Avec une note' })
  readonly noted!: ExtentDto;

  @ApiProperty({ type: ExtentDto, description: 'Notées 4 ou 5' })
  readonly priority!: ExtentDto;
}

/** How much of the territory is noted. */
export class CoverageReportDto extends ReadingHeaderDto {
  @ApiProperty({ type: TotalCoverageDto })
  readonly total!: TotalCoverageDto;

  @ApiProperty({ type: [NoteExtentDto], description: 'Par note, puis sans note' })
  readonly byNote!: readonly NoteExtentDto[];

  @ApiProperty({ type: [GroundExtentDto], description: 'Par règle qui donne la note, ou qui n’en donne pas' })
  readonly byGround!: readonly GroundExtentDto[];

  @ApiProperty({
    type: [TypeExtentDto],
    description: 'Par type, parmi les notées 4 ou 5 ; une résidence peut être de plusieurs types',
  })
  readonly byType!: readonly TypeExtentDto[];

  @ApiProperty({ type: [GroupCoverageDto] })
  readonly communes!: readonly GroupCoverageDto[];

  @ApiProperty({ type: [GroupCoverageDto], description: 'Par propriétaire de ce jour' })
  readonly landlords!: readonly GroupCoverageDto[];
}
