import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from './failure.mjs'

function tryToListen(host, port) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error) => resolve(error.code))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)))
  })
}

/** Throws a Failure unless Baton could listen there. A server that is just ending gets 3 s to let go of the port. */
export async function checkAddress({ host, port }) {
  for (let attempt = 1; ; attempt++) {
    const code = await tryToListen(host, port)
    if (code === null) return
    if (code === 'EACCES')
      throw new Failure(`Port ${port} needs more rights than this user has. Choose another: PORT=3000.`)
    if (code !== 'EADDRINUSE') throw new Failure(`HOST=${host} is no address of this machine.`)
    if (attempt === 15)
      throw new Failure(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`)
    await wait(200)
  }
}
