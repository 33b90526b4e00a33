import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '#access';
import { ApiProblems, CurrentActor, Needs } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import type { ListPreferences } from '../recording/preferences';
import {
  AddView,
  ChangeView,
  ListViews,
  ReadPreferences,
  RemoveView,
  SetPreferences,
} from '../recording/view-commands';
import type { ListedView, ViewedList } from '../view';
import { viewContentOf } from './view-query';
import { PreferencesDto, ViewBodyDto, ViewDto, ViewsDto, ViewsQueryDto } from './views.dto';

const COMMON = ['not-authenticated', 'not-allowed', 'scope-not-allowed', 'unexpected'];
const BODY = ['malformed-json', 'invalid-request', 'unsupported-media-type'];
const CONTENT = ['period-reversed', 'text-names-people'];
const OTHERS = ['unknown-view', 'view-of-another'];
const ApiViewParam = () =>
  ApiParam({ name: 'view', description: 'Son « id »', example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40' });

/** What people keep of lists, for themselves or for their service: it is no part of the history. */
@ApiTags('Vues')
@ApiBearerAuth()
@Controller('api')
export class ViewsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('views')
  @Needs('read-list')
  @ApiOperation({
    summary: 'Les vues d’une liste',
    description:
      'Les siennes, sous tous ses rôles ; celles que partagent les personnes du même rôle et du même périmètre ; celles du rôle.',
  })
  @ApiOkResponse({ type: ViewsDto })
  @ApiProblems('invalid-request', ...COMMON)
  async list(
    @Query() { list = 'attributions' }: ViewsQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<ViewsDto | Refusal> {
    const views = await this.queries.execute(new ListViews(list, actor));
    return isRefusal(views) ? views : { views };
  }

  @Post('views')
  @Needs('read-list')
  @ApiOperation({ summary: 'Enregistrer une vue' })
  @ApiCreatedResponse({ type: ViewDto, description: 'Enregistrée' })
  @ApiProblems(...BODY, ...CONTENT, 'too-many-views', ...COMMON)
  async add(@Body() body: ViewBodyDto, @CurrentActor() actor: Actor): Promise<ListedView | Refusal> {
    const content = await viewContentOf(body);
    return isRefusal(content) ? content : this.commands.execute(new AddView(content, actor));
  }

  @Put('views/:view')
  @Needs('read-list')
  @ApiOperation({
    summary: 'Enregistrer une vue de nouveau',
    description: 'Le contenu remplace l’ancien. Partagée, elle l’est avec le service sous lequel on agit.',
  })
  @ApiOkResponse({ type: ViewDto })
  @ApiViewParam()
  @ApiProblems(...BODY, ...CONTENT, ...OTHERS, 'recording-conflict', ...COMMON)
  async change(
    @Param('view') view: string,
    @Body() body: ViewBodyDto,
    @CurrentActor() actor: Actor,
  ): Promise<ListedView | Refusal> {
    const content = await viewContentOf(body);
    return isRefusal(content) ? content : this.commands.execute(new ChangeView({ view, content }, actor));
  }

  @Delete('views/:view')
  @HttpCode(204)
  @Needs('read-list')
  @ApiOperation({ summary: 'Supprimer une vue' })
  @ApiNoContentResponse({ description: 'Supprimée' })
  @ApiViewParam()
  @ApiProblems(...OTHERS, ...COMMON)
  remove(@Param('view') view: string, @CurrentActor() actor: Actor): Promise<Refusal | undefined> {
    return this.commands.execute(new RemoveView(view, actor));
  }

  @Get('preferences')
  @Needs('read-list')
  @ApiOperation({ summary: 'Ses préférences pour une liste', description: 'Colonnes et hauteur des lignes.' })
  @ApiOkResponse({ type: PreferencesDto })
  @ApiProblems('invalid-request', ...COMMON)
  async preferences(
    @Query() { list = 'attributions' }: ViewsQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<PreferencesDto | Refusal> {
    return of(list, await this.queries.execute(new ReadPreferences(list, actor)));
  }

  @Put('preferences')
  @Needs('read-list')
  @ApiOperation({ summary: 'Changer ses préférences pour une liste' })
  @ApiOkResponse({ type: PreferencesDto })
  @ApiProblems(...BODY, 'recording-conflict', ...COMMON)
  async setPreferences(
    @Body() { list, columns, density }: PreferencesDto,
    @CurrentActor() actor: Actor,
  ): Promise<PreferencesDto | Refusal> {
    const preferences = { columns: [columns].flat(), density };
    return of(list, await this.commands.execute(new SetPreferences({ list, preferences }, actor)));
  }
}

function of(list: ViewedList, preferences: ListPreferences | Refusal): PreferencesDto | Refusal {
  return isRefusal(preferences) ? preferences : { list, ...preferences };
}
