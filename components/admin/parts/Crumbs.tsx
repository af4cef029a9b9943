'use client'
import { SetStepNav } from '@payloadcms/ui'

/** Where the person is: a list, then a thing of it. */
export const Crumbs = ({
  list,
  title,
}: {
  list: { label: string; url: string }
  title: string
}) => <SetStepNav nav={[list, { label: title }]} />
