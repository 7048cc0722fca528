// A Slack that knows one app, for the container check: it answers every call of the Web API with "ok". Prints its port.
import { createServer } from 'node:http';

const answer = JSON.stringify({
  ok: true,
  url: 'https://example.slack.com/',
  team: 'Example',
  team_id: 'T00000001',
  user: 'signpost',
  user_id: 'U00000001',
  bot_id: 'B00000001',
  app_id: 'A00000001',
});

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': 'commands,chat:write' });
  response.end(answer);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
