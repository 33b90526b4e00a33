/**
 * The page at `/`. Its links to the data are fetched by the script with the token, because a browser that follows a link shows none.
 * Without a script it says what to do.
 */
export const HOME_PAGE = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mixité</title>
<link rel="icon" href="data:,">
<style>
body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; color: #161616; background: #fff; }
a { color: #000091; }
pre { overflow: auto; max-height: 30rem; padding: 1rem; border: 1px solid #666; font-size: 0.9rem; }
</style>
<script src="/accueil.js" defer></script>
</head>
<body>
<main>
<h1>Mixité</h1>
<p>Le registre des attributions de logements sociaux d’une intercommunalité, et les chiffres de sa convention intercommunale d’attribution. Le service fonctionne.</p>
<p id="jeton" role="status">Pour lire les données, ouvrez l’adresse que l’administrateur vous a remise : elle porte votre jeton.</p>
<ul>
<li><a href="/api/docs">Documentation de l’interface de programmation</a> : chiffres, objectifs, état semestriel pour le préfet, notes de fragilité, relogements, liste des attributions, histoire des dossiers, import de fichiers</li>
<li><a href="/api/health">État du service</a></li>
<li><a href="/api/convention" data-json>Convention en vigueur</a></li>
<li><a href="/api/indicators" data-json>Indicateurs</a></li>
<li><a href="/api/fragility" data-json>Notes de fragilité</a></li>
<li><a href="/api/allocations" data-json>Liste des attributions</a></li>
</ul>
<section id="reponse" aria-live="polite" aria-labelledby="titre-reponse" hidden>
<h2 id="titre-reponse" tabindex="-1"></h2>
<pre tabindex="0" aria-labelledby="titre-reponse"></pre>
</section>
</main>
</body>
</html>
`;

/**
 * Takes the token out of the fragment, which no browser sends anywhere, so that it stays in no address and in no history. It is kept for
 * this tab, until the tab is closed.
 */
export const HOME_SCRIPT = `'use strict';
const KEPT = 'mixite-jeton';
const given = new URLSearchParams(location.hash.slice(1)).get('jeton');
if (given) {
  sessionStorage.setItem(KEPT, given);
  history.replaceState(null, '', location.pathname);
}
const token = sessionStorage.getItem(KEPT);
if (token) document.getElementById('jeton').textContent = 'Vous êtes entré avec un jeton, gardé jusqu’à la fermeture de cet onglet.';

const section = document.getElementById('reponse');
const [title, text] = [section.querySelector('h2'), section.querySelector('pre')];

async function show(link) {
  let shown;
  try {
    const answer = await fetch(link.href, { headers: token ? { authorization: 'Bearer ' + token } : {} });
    const body = await answer.json();
    shown = answer.ok ? JSON.stringify(body, null, 2) : body.title + '. ' + body.detail;
  } catch {
    shown = 'Le service ne répond pas. Réessayez dans quelques instants.';
  }
  title.textContent = link.textContent;
  text.textContent = shown;
  section.hidden = false;
  title.focus();
}

for (const link of document.querySelectorAll('a[data-json]'))
  link.addEventListener('click', (event) => {
    event.preventDefault();
    show(link);
  });
`;
