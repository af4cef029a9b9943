'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asks for the page again while something on it moves. */
export const Refresh = ({ everyMs }: { everyMs: number }) => {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [router, everyMs])
  return null
}
