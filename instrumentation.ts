/** Called by Next once when the server starts, before it answers; not during the build. Payload starts here. */
export const register = async () => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    // The command that started this server has ended: nobody would stop it any more.
    if (process.connected) process.once('disconnect', () => process.exit(0))
    if (process.env.BUREAU_RENDERS_ONLY) return
    const { startGenerator, surroundings } = await import('./generator/start')
    const { default: config } = await import('@payload-config')
    try {
      await startGenerator({ config, surroundings: surroundings(process.env) })
    } catch (error) {
      console.error(error instanceof Error ? error.message.split('\n')[0] : error)
      process.exit(1)
    }
  }
}
