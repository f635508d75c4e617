// Loaded into what Baton starts: when the starter is gone, however it went, this process goes too and frees what it holds.
// What this process starts in turn loads it as well, but keeps its own ways.
if (process.channel && process.env.BATON_STARTER === String(process.ppid)) {
  process.channel.unref()
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 3000).unref()
  })
}
