import type { PictureName } from './pictures'

/** A topic of the demonstration, and the texts that its authors put into it. */
export type SeedTopic = {
  code: string
  title: string
  summary: string
  /** Department code. */
  owner: string
  picture: PictureName
  order: number
  /** Days before the day of seeding; open without it. */
  closedDaysAgo?: number
  /** Keys of texts. */
  texts: readonly string[]
}

export const TOPICS: readonly SeedTopic[] = [
  {
    code: 'food-safety',
    title: '进出口食品安全',
    summary:
      '集中发布进出口食品监督抽检、风险提示、政策解读和办事指南，方便企业依法经营，帮助消费者放心选购。',
    owner: 'food',
    picture: 'seafood',
    order: 1,
    texts: [
      'news-food-safety-week',
      'food-salmon',
      'food-supervision-plan',
      'food-lab-fast',
      'food-destroyed',
      'file-sampling',
      'reading-sampling',
      'file-importers',
      'reading-importers',
      'alert-infant-formula',
      'alert-shellfish-toxin',
      'guide-importer-filing',
      'guide-export-food-filing',
      'faq-labels',
    ],
  },
  {
    code: 'biosecurity',
    title: '国门生物安全',
    summary:
      '防范外来物种入侵和动植物疫病传入，介绍口岸截获、疫情监测、旅客携带物规定和公众开放活动。',
    owner: 'animal',
    picture: 'insect-sample',
    order: 2,
    texts: [
      'news-open-day',
      'notice-open-day',
      'news-parcel-ants',
      'news-ballast-water',
      'news-live-cattle',
      'animal-gypsy-moth',
      'animal-fruit-fly',
      'animal-weeds',
      'alert-fire-ant',
      'alert-pine-nematode',
      'faq-travellers',
      'guide-pet',
    ],
  },
  {
    code: 'easy-clearance',
    title: '口岸便利通关十项措施',
    summary: '汇集本局便利通关十项措施的政策文件、解读和落实情况，措施现已转为长期制度。',
    owner: 'clearance',
    picture: 'border-gate',
    order: 3,
    closedDaysAgo: 40,
    texts: [
      'news-ten-measures',
      'news-origin-certificates',
      'news-china-europe-train',
      'news-mutual-trade',
      'file-mutual-trade',
      'reading-mutual-trade',
    ],
  },
]

/** The codes of the topics that a text belongs to. */
export const topicsOf = (key: string): string[] =>
  TOPICS.filter(({ texts }) => texts.includes(key)).map(({ code }) => code)
