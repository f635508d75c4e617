// Loaded into the web server: when its starter is gone, however it went, the server goes too and frees its port.
process.channel?.unref()
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 3000).unref()
})
