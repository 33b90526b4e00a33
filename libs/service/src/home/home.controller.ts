import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Open } from '#http';
import { HOME_PAGE, HOME_SCRIPT } from './home-page';

/** The page that a browser sees at `/`, and its script. They contain no data, so they are open to everybody. */
@ApiExcludeController()
@Controller()
export class HomeController {
  @Get()
  @Open()
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return HOME_PAGE;
  }

  @Get('accueil.js')
  @Open()
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(): string {
    return HOME_SCRIPT;
  }
}
