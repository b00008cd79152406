import { hasPublisher, hasRole, isBody, nameShape } from './names.js';

const SURNAMES = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));
/** The commonest surnames, which bear nine people of ten and more. */
const VIETNAMESE = SURNAMES(`
  Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đinh Đoàn Hà Trịnh Trương Mai Lâm Tô Tạ Cao Châu Chu
  Kiều Lương Lưu La Nghiêm Ninh Phùng Quách Tăng Thái Thạch Tống Triệu Trình Từ Văn Vương Vi Doãn Đàm Giang Khuất Mạc Thân Tôn Ông`);
const CHINESE = SURNAMES(`
  王 李 张 張 刘 劉 陈 陳 杨 楊 黄 黃 赵 趙 吴 吳 周 徐 孙 孫 马 馬 朱 胡 郭 何 林 高 罗 羅 郑 鄭 梁 谢 謝 宋 唐 许 許 韩 韓 邓 鄧 冯 馮
  曹 彭 曾 肖 蕭 田 董 潘 袁 蔡 蒋 蔣 余 于 杜 叶 葉 程 魏 苏 蘇 吕 呂 丁 任 卢 盧 姚 沈 钟 鍾 姜 崔 谭 譚 陆 陸 范 汪 廖 石 贾 賈 韦 韋
  夏 付 傅 邹 鄒 熊 孟 秦 邱 侯 江 尹 薛 闫 段 雷 龙 龍 黎 史 陶 贺 賀 毛 郝 顾 顧 龚 龔 邵 万 萬 钱 錢 严 嚴 赖 賴 洪 莊 庄 簡 柯`);
const KOREAN = SURNAMES(`
  김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 홍 전 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구 민 나 진 지 엄 채 원 천 방 공 현`);
/** A script without case: "（佐野真帆）", "【佐野真帆】". */
const BRACKETED =
  /^[（(【〔［[]([\p{Script=Han}\p{Script=Hiragana}]{2,4}[ \u3000]?[\p{Script=Han}\p{Script=Hiragana}]{1,3})[）)】〕］\]]$/u;

/**
 * True for a line that signs the text above it, as in East Asia and Vietnam: a name with a surname in front and nothing else, or one
 * in brackets. Elsewhere such a line is as well a label or a place.
 */
export function isSignature(line: string): boolean {
  const text = line.trim();
  const bracketed = BRACKETED.exec(text)?.[1];
  const name = bracketed ?? text;
  if (nameShape(name) === null || hasRole(name) || hasPublisher(name) || isBody(name)) return false;
  if (bracketed !== undefined) return /^\p{Script=Han}/u.test(name) && !/[社局部報报电電]$/u.test(name);
  const words = name.split(' ');
  if (words.length >= 2 && words.length <= 5) return VIETNAMESE.has(words[0] ?? '') && words.every(isTitled);
  if (words.length > 1) return false;
  if (/^[가-힣]{3}$/u.test(name)) return KOREAN.has(name.charAt(0));
  return /^\p{Script=Han}{3}$/u.test(name) && CHINESE.has(name.charAt(0));
}

/** Whether a line stands in brackets, as a name does that signs a Japanese text. */
export const isBracketed = (line: string): boolean => BRACKETED.test(line.trim());

const isTitled = (word: string): boolean => /^\p{Lu}[\p{Ll}\p{M}]*$/u.test(word);
