import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Open } from '#http';

const PAGE = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mixité</title>
<link rel="icon" href="data:,">
<style>
body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; color: #161616; background: #fff; }
a { color: #000091; }
</style>
</head>
<body>
<main>
<h1>Mixité</h1>
<p>Le registre des attributions de logements sociaux d’une intercommunalité, et les chiffres de sa convention intercommunale d’attribution. Le service fonctionne.</p>
<ul>
<li><a href="/api/docs">Documentation de l’interface de programmation</a> : chiffres, objectifs, état semestriel pour le préfet, notes de fragilité, relogements, liste des attributions, histoire des dossiers, import de fichiers</li>
<li><a href="/api/health">État du service</a></li>
</ul>
</main>
</body>
</html>
`;

/** The page that a browser sees at `/`. It contains no data, so it is open to everybody. */
@ApiExcludeController()
@Controller()
export class HomeController {
  @Get()
  @Open()
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return PAGE;
  }
}
