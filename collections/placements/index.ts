import type { CollectionConfig, Where } from 'payload'
import { accessOf } from '../../access/adapters'
import { idOf } from '../../access/person'
import { embedPicture } from '../media/hooks/embedPicture'
import { DAY_AND_TIME } from '../pickers'
import { markSiteChanged } from '../siteChanged'
import { label, optionsOf, PLACES } from '../words'
import { refuseReversedPeriod } from './hooks/refuseReversedPeriod'

/** 头条位置: which live posts the home page puts forward. Kept by the Office, apart from the posts and what was signed. */
export const Placements: CollectionConfig = {
  slug: 'placements',
  labels: { singular: label('头条位置', 'Placement'), plural: label('头条位置', 'Placements') },
  access: accessOf('placements'),
  admin: {
    group: label('网站管理', 'Site'),
    defaultColumns: ['post', 'place', 'title', 'from', 'to', 'order'],
    description: label(
      '首页推荐的信息。所选信息撤下或者删除的，自动从首页消失。',
      'What the home page puts forward; it goes with its post.',
    ),
  },
  defaultSort: 'order',
  disableDuplicate: true,
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'place',
          type: 'select',
          required: true,
          defaultValue: 'headline',
          options: optionsOf(PLACES),
          label: label('位置', 'Place'),
        },
        { name: 'order', type: 'number', defaultValue: 100, label: label('排序', 'Order') },
      ],
    },
    {
      name: 'post',
      type: 'relationship',
      relationTo: 'posts',
      required: true,
      index: true,
      label: label('上网信息', 'Post'),
      // The one that is chosen stays choosable: the Office must be able to end the placement of a withdrawn post.
      filterOptions: ({ data }) => {
        const choosable: Where[] = [
          { state: { equals: 'live' } },
          { id: { equals: idOf(data?.post) ?? '' } },
        ]
        return { or: choosable }
      },
      admin: { allowCreate: false, allowEdit: false },
    },
    {
      name: 'title',
      type: 'text',
      maxLength: 100,
      label: label('首页标题', 'Title on the home page'),
      admin: { description: label('不填则用原标题', 'Left empty: the title of the post') },
    },
    {
      name: 'picture',
      type: 'upload',
      relationTo: 'media',
      label: label('图片', 'Picture'),
      admin: {
        description: label(
          '由办公室上传；不填则用信息的第一张图片',
          'Uploaded by the Office; left empty: the first picture of the post',
        ),
      },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'from',
          type: 'date',
          required: true,
          defaultValue: () => new Date().toISOString(),
          label: label('自', 'From'),
          admin: DAY_AND_TIME,
        },
        { name: 'to', type: 'date', label: label('至', 'To'), admin: DAY_AND_TIME },
      ],
    },
    { name: 'file', type: 'json', admin: { hidden: true } },
  ],
  hooks: { beforeChange: [refuseReversedPeriod, embedPicture], afterChange: [markSiteChanged] },
}
