import type { PhraseList } from './types.js';

const NETWORK =
  '(facebook|x|twitter|whatsapp|telegram|instagram|youtube|tiktok|linkedin|messenger|pinterest|vk|odnoklassniki|google news|sosial şəbəkələr)';
const SECTION =
  '(ana səhifə|siyasət|iqtisadiyyat|cəmiyyət|hadisə|dünya|idman|mədəniyyət|şou biznes|maqazin|region|bölgə|regionlar|hərbi|müsahibə|analitika|elm|elm və təhsil|təhsil|səhiyyə|texnologiya|ikt|kriminal|ölkə|gündəm|xəbərlər|layihə|foto|fotosessiya|qarabağ|maliyyə|turizm|sosial|maraqlı|ekologiya|rəsmi)';
const FOOTER =
  '(haqqımızda|əlaqə|bizimlə əlaqə|reklam|reklam yerləşdirin|məxfilik siyasəti|istifadə şərtləri|istifadə qaydaları|redaksiya|saytın xəritəsi|vakansiyalar|arxiv|rss|layihə haqqında)';

export const az: PhraseList = {
  language: 'az',
  stopwords:
    'və bu bir ki ilə üçün da də olan isə o ən çox daha edib edilib olub onun sonra kimi görə amma ya var bildirib deyib hər biz mən siz onlar nə necə qədər əgər lakin artıq bütün heç yox həm idi ola olunub tərəfindən bildirilir'.split(
      ' ',
    ),
  fields: {
    byline: ['(müəllif|müxbir|yazar|hazırladı|redaktor|mətn|hazırlayan|tərcümə|söhbətləşdi) :', '(hazırladı|yazdı)'],
    published: ['(dərc edilib|dərc olunub|yayımlanıb|tarix|yerləşdirilib|dərc tarixi) [:]'],
    updated: ['(yenilənib|yeniləndi|son yenilənmə|redaktə edilib) [:]'],
    credit: ['(foto|şəkil|fotolar|video|fotoqraf|mənbə|infoqrafika|arxiv fotosu|illüstrasiya) :'],
    agencies: [
      'AZƏRTAC',
      'APA',
      'Trend',
      'Report',
      'Turan',
      'Reuters',
      'AFP',
      'AP',
      'TASS',
      'RİA Novosti',
      'Anadolu',
      'Bloomberg',
      'İnterfaks',
    ],
  },
  phrases: [
    {
      reason: 'advertisement',
      kind: 'label',
      any: [
        '(reklam|reklamlar|sponsorlu məzmun|tərəfdaş materialı|reklam materialı|reklam xarakterli material|pr|elan)',
        '(reklamı|reklami) (bağla|keç|gizlət|ötür)',
        '(xəbər|məqalə|yazı) reklamdan sonra davam edir',
        '(reklam yerləşdir|reklam yerləşdirin|burada sizin reklamınız ola bilər|indi al|indi sifariş et|sifariş et)',
      ],
      drops: ['REKLAM', 'Reklamı bağla', 'Xəbər reklamdan sonra davam edir', 'Reklam yerləşdirin'],
      keeps: ['Reklam bazarı ötən il böyüyüb.', 'Film reklamdan əvvəl dayandırıldı.'],
    },
    {
      reason: 'subscription',
      kind: 'label',
      any: [
        '(abunə ol|abunə olun|abunəlik|qeydiyyatdan keç|qeydiyyatdan keçin|daxil ol|giriş|üzv ol) [bizə|indi|pulsuz|xəbərlərə|bülletenə|və ya qeydiyyatdan keç]',
        '(yalnız|ancaq) (abunəçilər|abunəçilərimiz|üzvlər) üçün',
        '[mobil] (tətbiqi|tətbiqimizi|proqramı) (yüklə|yükləyin|endir|endirin) [pulsuz]',
        '(e poçt ünvanınız|e poçtunuzu daxil edin|e mail ünvanınız|elektron poçt ünvanınızı daxil edin|bildirişləri aktiv et|bizi dəstəkləyin|dəstək ol)',
      ],
      drops: ['Abunə ol', 'Yalnız abunəçilər üçün', 'Mobil tətbiqi yüklə', 'E-poçt ünvanınız'],
      keeps: ['Abunə olmaq istəyənlər növbəyə düzülüb.', 'Giriş qapısı bağlı idi.'],
    },
    {
      reason: 'subscription',
      kind: 'notice',
      any: [
        '(xəbərləri|yenilikləri|materialları) [...] (e poçtunuza|e poçtunuzda|poçt qutunuza|e mailinizə) [...]',
        '(bülletenimizə|bülletenə|xəbər bülleteninə|kanalımıza|kanala|səhifəmizə) [...] (abunə olun|abunə ol|üzv olun|yazılın|qoşulun)',
        '(tətbiqimizi|tətbiqi|mobil tətbiqini) [...] (yükləyin|endirin|yükləyə bilərsiniz) [...]',
        '(davamını|tam mətni|məqaləni) oxumaq üçün [...] (abunə|qeydiyyat*|daxil olun|giriş)',
        '(müstəqil jurnalistikanı|müstəqil medianı|işimizi) [...] (dəstəkləyin|dəstək olun)',
      ],
      drops: [
        'Günün xəbərləri hər səhər e-poçtunuza',
        'Telegram kanalımıza abunə olun',
        'Mobil tətbiqimizi App Store-dan yükləyin',
        'Davamını oxumaq üçün daxil olun',
        'Müstəqil jurnalistikanı dəstəkləyin',
      ],
      keeps: ['O, məqaləni oxumaq üçün eynəyini taxdı.'],
    },
    {
      reason: 'social',
      kind: 'label',
      any: [
        `[xəbəri|məqaləni|yazını|bu xəbəri|${NETWORK}] [da|də|ilə] (paylaş|paylaşın|dostunla paylaş|dostlarınla paylaş|sosial şəbəkədə paylaş)`,
        `(bizi|bizim səhifəmizi) [${NETWORK}] [da|də|dan|dən] (izləyin|izlə|təqib edin|bəyənin)`,
        '(linki kopyala|keçidi kopyala|link kopyalandı|bizi izləyin|sosial şəbəkələrdə izləyin|bizi sosial şəbəkələrdə izləyin|sosial şəbəkələrdə biz)',
        `(facebook|whatsapp|telegram|twitter) ${NETWORK} [${NETWORK}] [${NETWORK}] [${NETWORK}]`,
      ],
      drops: ['Xəbəri paylaş', 'Bizi Instagram-da izləyin', 'Linki kopyala', 'Facebook Twitter WhatsApp'],
      keeps: ['Paylaşın, kömək edin, deyə ana yalvarır.'],
    },
    {
      reason: 'social',
      kind: 'notice',
      any: [
        `bizi [...] ${NETWORK} [...] (izləyin|təqib edin|izləyə bilərsiniz)`,
        '(telegram|whatsapp|youtube|instagram) (kanalımıza|kanalına|kanalımızı|səhifəmizə|səhifəmizi|qrupumuza) [...] (abunə|qoşul*|izlə*|yazıl*|keç*|daxil)',
        '(xəbəriniz|məlumatınız|videonuz|foto və videolarınızı|sizin də) [...] (varsa|bizə) [...] (göndərin|yazın|paylaşın|zəng edin)',
      ],
      drops: [
        'Bizi Facebook və Instagram-da izləyin',
        'Ən son xəbərlər üçün WhatsApp kanalımıza qoşulun',
        'Xəbəriniz varsa, bizə yazın',
      ],
      keeps: ['Polis onu uzun müddət izləyib.'],
    },
    {
      reason: 'related',
      kind: 'list-head',
      any: [
        '(oxşar|digər|son|əlaqəli|bənzər|seçilmiş|ən son|mövzu ilə bağlı|mövzu üzrə|günün|vacib|populyar|bölmənin digər|əlaqədar|bölməyə aid digər|tövsiyə olunan) (xəbərlər|məqalələr|yazılar|xəbər|xəbərləri|materiallar|videolar)',
        '(ən çox oxunan|ən çox oxunanlar|çox oxunan|çox oxunanlar|ən çox baxılan|ən populyar|xəbər lenti|xəbər xətti|son xəbərlər lenti|gündəmdə|sizin üçün|sizin üçün seçdik|maraqlı ola bilər|redaktorun seçimi|qaçırmayın|həmçinin|tövsiyə edirik|lentdə|top xəbərlər|trend xəbərlər)',
        '(həmçinin|bunu da|bunları da|daha çox) (oxu|oxuyun|bax|baxın|izlə|izləyin)',
      ],
      drops: ['Oxşar xəbərlər', 'Ən çox oxunanlar', 'Həmçinin oxuyun'],
      keeps: ['Son xəbərlər əhalini narahat edib.'],
    },
    {
      reason: 'related',
      kind: 'lead-in',
      any: [
        '(həmçinin oxuyun|həmçinin oxu|bunu da oxu|bunu da oxuyun|oxuyun|həmçinin bax|həmçinin baxın|mövzu ilə bağlı|əlaqəli xəbər|izləyin|bax) :',
        '(əvvəlki|növbəti|sonrakı|ötən) (xəbər|məqalə|yazı) [:]',
        '(xəbərin|yazının|məqalənin) (davamı|tam mətni|orijinalı) (burada|üçün|:)',
      ],
      drops: ['Həmçinin oxuyun: Körpü bağlanıb', 'Növbəti xəbər: Körpü', 'Xəbərin davamı burada'],
      keeps: ['Oxuyun və düşünün, deyə müəllim bildirib.'],
    },
    {
      reason: 'comments',
      kind: 'list-head',
      any: ['(şərhlər|rəylər|oxucu şərhləri|bütün şərhlər|fikirlər)'],
      drops: ['Şərhlər (3)'],
      keeps: ['Şərhlər birmənalı olmayıb.'],
    },
    {
      reason: 'comments',
      kind: 'label',
      any: [
        '[öz] (şərh|rəy|şərhini|rəyini|fikrini|rəyinizi|fikrinizi|şərhinizi) (yaz|yazın|bildir|bildirin|əlavə et|burax|göndər|qoy)',
        '(hələ şərh yoxdur|şərh yoxdur|şərh yazılmayıb|ilk şərhi siz yazın|ilk şərhi yaz|cavabı ləğv et|şərh yazmaq üçün daxil olun)',
        '(e poçt|email|e mail) [ünvanınız] (dərc edilməyəcək|yayımlanmayacaq|dərc olunmayacaq|göstərilməyəcək)',
      ],
      drops: ['Rəyinizi bildirin', 'Hələ şərh yoxdur', 'E-poçt ünvanınız dərc edilməyəcək'],
      keeps: ['Nazirlikdən hələ şərh yoxdur, deyə agentlik yazır.'],
    },
    {
      reason: 'ui',
      kind: 'label',
      any: [
        '(ətraflı|daha ətraflı|ətraflı oxu|davamını oxu|davamı|hamısına bax|hamısını göstər|daha çox|daha çox göstər|bütün xəbərlər|yuxarı qayıt|çap et|çap versiyası|bura klikləyin|videoya bax|məqaləni dinlə|mətni dinlə|yadda saxla)',
        '(məzmuna|əsas məzmuna|menyuya) keç',
        '# (dəqiqə|saat|gün|həftə|ay) (əvvəl|öncə)',
        '(oxunma|oxunma sayı|baxış|baxış sayı|baxışların sayı|oxunub|baxılıb|oxunuş) [:] # [dəfə]',
        '# (dəfə oxunub|dəfə baxılıb|baxış|oxunma|dəqiqəlik oxu|dəqiqə oxu)',
        '(oxuma|oxunma) (müddəti|vaxtı) [:] [#] [dəqiqə]',
        '(hamısını|kukiləri|bütün kukiləri) (qəbul et|rədd et)',
        '(şifrəni unutmusunuz|yüklənir|gözləyin|qeydiyyat və ya giriş)',
      ],
      drops: [
        'Davamını oxu',
        'Əsas məzmuna keç',
        '3 saat əvvəl',
        'Baxış sayı: 1204',
        '512 dəfə oxunub',
        'Oxuma müddəti: 3 dəqiqə',
        'Hamısını qəbul et',
        'Şifrəni unutmusunuz?',
      ],
      keeps: ['Üç saat əvvəl yağış başlayıb.', 'Davamı gələn il çəkiləcək.'],
    },
    {
      reason: 'ui',
      kind: 'notice',
      any: [
        '(saytımız|sayt|biz|bu sayt) [...] (kuki|kukilərdən|cookie|çərəzlərdən|kuki fayllarından|cookies) [...] istifadə (edir|edirik)',
        '(brauzeriniz|sizin brauzer) [...] (dəstəkləmir|köhnəlib)',
        'javascript [...] (aktiv edin|aktivləşdirin|yandırın)',
        '(mətndə|yazıda|xəbərdə) [...] səhv [...] (varsa|görsəniz|tapsanız|gördünüzsə|tapdınızsa|aşkar etsəniz) [...]',
        '(qeyd edib|seçib|işarələyib|seçin və) [...] ctrl enter [...]',
      ],
      drops: [
        'Bu sayt kukilərdən istifadə edir',
        'Brauzeriniz videonu dəstəkləmir',
        'JavaScript-i aktiv edin',
        'Mətndə səhv varsa, bizə bildirin',
        'Səhvi qeyd edib Ctrl+Enter düyməsini basın',
      ],
      keeps: ['Fermer təbii gübrədən istifadə edir.'],
    },
    {
      reason: 'navigation',
      kind: 'label',
      any: [
        `${SECTION} ${SECTION} ${SECTION} [${SECTION}] [${SECTION}] [${SECTION}] [${SECTION}] [${SECTION}]`,
        `${FOOTER} ${FOOTER} [${FOOTER}] [${FOOTER}] [${FOOTER}] [${FOOTER}]`,
        '(haqqımızda|bizimlə əlaqə|məxfilik siyasəti|istifadə şərtləri|istifadə qaydaları|ana səhifəyə qayıt|saytın xəritəsi|müəllifin digər yazıları|müəllifin bütün yazıları)',
      ],
      drops: ['Siyasət İqtisadiyyat Cəmiyyət Dünya', 'Haqqımızda | Əlaqə | Reklam', 'Məxfilik siyasəti'],
      keeps: ['Haqqımızda yalan danışırlar, deyə sakinlər bildirib.'],
    },
    {
      reason: 'navigation',
      kind: 'lead-in',
      any: ['(teqlər|açar sözlər|etiketlər|mövzular|teq|bölmə|kateqoriya|rubrika) :'],
      drops: ['Teqlər: Bakı, yağış'],
      keeps: ['Mövzular arasında su problemi də olub.'],
    },
    {
      reason: 'legal',
      kind: 'notice',
      any: [
        'bütün hüquqlar (qorunur|qorunub|müəllif|qorunmuşdur|mühafizə olunur)',
        '(məlumatdan|materiallardan|materialdan|xəbərdən|informasiyadan|xəbərlərdən) [...] istifadə (etdikdə|edilərkən|zamanı|olunduqda|edərkən) [...] (istinad|hiperlink|keçid) [...] (mütləqdir|vacibdir|zəruridir)',
        '(yazıda|məqalədə|yazıdakı) [...] (fikirlər|mövqe) [...] (müəllifə|müəllifin|redaksiyanın) [...] (aiddir|mövqeyi*|üst üstə)',
        '(saytda yerləşdirilmiş|reklam) (məlumatların|reklamların|materialların) [...] məsuliyyət [...]',
      ],
      drops: [
        '© 2024 Bütün hüquqlar qorunur.',
        'Məlumatdan istifadə etdikdə istinad mütləqdir.',
        'Yazıda əks olunan fikirlər müəllifə aiddir',
        'Reklam materialların məzmununa görə redaksiya məsuliyyət daşımır',
      ],
      keeps: ['Bütün hüquqlar bərabər olmalıdır, deyə deputat bildirib.'],
    },
    {
      reason: 'error-page',
      kind: 'label',
      any: [
        '[üzr istəyirik|404] [axtardığınız|bu] (səhifə|xəbər|məqalə) (tapılmadı|mövcud deyil|yoxdur|silinib) [404]',
      ],
      drops: ['Axtardığınız səhifə tapılmadı'],
      keeps: ['Həmin səhifə dəftərdən cırılıb, tapılmadı.'],
    },
  ],
};
