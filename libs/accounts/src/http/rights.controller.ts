import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { GIVEN_ROLES, isForManagersOnly, RIGHTS, rolesWith, SCOPE_OF_ROLE, type Right } from '#access';
import { ApiProblems, ForOneself } from '#http';
import { RIGHT_WORDS } from './right-words';

const SCOPES = ['all', 'landlord', 'holder', 'commune'];

class RoleOfRightDto {
  @ApiProperty({ enum: GIVEN_ROLES, example: 'bailleur' })
  readonly role!: string;

  @ApiProperty({
    enum: SCOPES,
    description:
      '« all » : partout ; sinon, pour ce que touchent ses codes de bailleurs, de réservataires, de communes',
    example: 'landlord',
  })
  readonly scope!: string;

  @ApiProperty({ description: 'Seulement pour les gestionnaires de ce rôle', example: false })
  readonly managersOnly!: boolean;
}

class RightDto {
  @ApiProperty({ example: 'read-figures' })
  readonly right!: string;

  @ApiProperty({ description: 'Ce que le droit permet', example: 'Lire les chiffres, les objectifs et la convention' })
  readonly label!: string;

  @ApiProperty({ type: [RoleOfRightDto] })
  readonly roles!: readonly RoleOfRightDto[];
}

class RightsDto {
  @ApiProperty({ type: [RightDto] })
  readonly rights!: readonly RightDto[];
}

/** The table of rights as people read it: nothing in it is about anybody. */
@ApiTags('Comptes')
@Controller('api/rights')
export class RightsController {
  @Get()
  @ForOneself()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Quel rôle peut quoi', description: 'Les droits que personne ne reçoit n’y sont pas.' })
  @ApiOkResponse({ type: RightsDto })
  @ApiProblems('not-authenticated', 'session-ended', 'unknown-host', 'foreign-origin', 'unexpected')
  read(): RightsDto {
    return { rights: (Object.keys(RIGHTS) as Right[]).map(shownRight) };
  }
}

function shownRight(right: Right): RightDto {
  const roles = rolesWith(right).map((role) => ({
    role,
    scope: SCOPE_OF_ROLE[role],
    managersOnly: isForManagersOnly(role, right),
  }));
  return { right, label: RIGHT_WORDS[right], roles };
}
